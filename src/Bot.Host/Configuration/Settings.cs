namespace Bot.Host.Configuration;

/// <summary>Reads and checks the settings: appsettings.json, then the environment, then the command line; the later wins.</summary>
public static class Settings
{
    public const string FileName = "appsettings.json";

    /// <summary>Reads without checking.</summary>
    /// <param name="folder">Where <see cref="FileName"/> is looked for.</param>
    /// <param name="environment">All environment variables of the process.</param>
    /// <param name="commandLine">What was given as options, by key.</param>
    /// <exception cref="OperatorException">A file cannot be read.</exception>
    public static IConfigurationRoot Load(
        string folder, IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string?> commandLine)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(folder)
                .AddJsonFile(FileName, optional: true, reloadOnChange: false)
                .AddInMemoryCollection(EnvironmentSettings.Read(environment))
                .AddInMemoryCollection(commandLine)
                .Build();
        }
        catch (InvalidDataException error)
        {
            throw new OperatorException($"{Path.Combine(folder, FileName)} is not valid JSON: {error.GetBaseException().Message}");
        }
    }

    /// <summary>Checks every registered section.</summary>
    /// <exception cref="OperatorException">Names all that is wrong at once.</exception>
    public static void Check(IServiceProvider services, IConfiguration configuration)
    {
        var sections = services.GetServices<SettingsSection>().ToList();
        var problems = UnknownKeys(configuration, sections).Concat(sections.SelectMany(section => section.Problems(services, configuration))).ToList();
        if (problems.Count > 0)
        {
            throw new OperatorException(problems);
        }
    }

    private static IEnumerable<string> UnknownKeys(IConfiguration configuration, List<SettingsSection> sections)
    {
        var known = sections.SelectMany(section => section.Settings).Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var key in configuration.AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal))
        {
            if (known.Contains(key))
            {
                continue;
            }

            var section = sections.Find(section => key.StartsWith(section.Name + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase));
            yield return section is null
                ? $"{key} is no setting; the sections are {string.Join(", ", sections.Select(known => known.Name))}."
                : $"{key} is no setting; {section.Name} has {string.Join(", ", section.Settings.Select(setting => setting.Key))}.";
        }
    }
}
