namespace Bot.Host.Configuration;

/// <summary>
/// The settings in environment variables. A name that ends in <c>_FILE</c> gives the file that holds the value, as container
/// engines hand secrets out: <c>DIGESTBOT__Web__AccessKey_FILE=/run/secrets/key</c> sets <c>Web:AccessKey</c> to the file's text
/// without the line break at its end.
/// </summary>
public static class EnvironmentSettings
{
    /// <summary>What the names of our variables begin with.</summary>
    public const string Prefix = "DIGESTBOT__";

    private const string FileSuffix = "_FILE";

    /// <summary>Every setting that the variables give, by its key.</summary>
    /// <exception cref="OperatorException">Names every file that cannot be read.</exception>
    public static Dictionary<string, string?> Read(IReadOnlyDictionary<string, string> environment)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var (variable, value) in environment.Where(one => one.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            var key = variable[Prefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            if (!key.EndsWith(FileSuffix, StringComparison.Ordinal))
            {
                settings[key] = value;
                continue;
            }

            try
            {
                settings[key[..^FileSuffix.Length]] = File.ReadAllText(value).TrimEnd('\r', '\n');
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add($"{variable} names the file \"{value}\", which cannot be read: {error.Message}");
            }
        }

        return problems.Count == 0 ? settings : throw new OperatorException(problems);
    }
}
