using System.Collections;
using System.CommandLine;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Host.CommandLine;

/// <summary>Builds from the program's parts what a subcommand needs.</summary>
public static class Composition
{
    /// <summary>The settings as this call of the program gives them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="overrides">Settings that the subcommand itself decides, by key.</param>
    /// <exception cref="OperatorException">A file cannot be read.</exception>
    public static IConfigurationRoot ReadSettings(this ParseResult parsed, params IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var given = new Dictionary<string, string?>(overrides, StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(CommonOptions.Data) is { } folder)
        {
            given.TryAdd(ConfigurationPath.Combine(StorageOptions.Section, nameof(StorageOptions.Folder)), folder);
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        return Settings.Load(Directory.GetCurrentDirectory(), environment, given);
    }

    /// <summary>One section of the settings, after all of them were checked.</summary>
    /// <exception cref="OperatorException">Names all that is wrong with the settings, at once.</exception>
    public static TOptions ReadOptions<TOptions>(this ProgramParts parts, IConfiguration settings)
        where TOptions : class
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        parts.Settings(services);

        using var provider = services.BuildServiceProvider();
        Settings.Check(provider, settings);
        return provider.GetRequiredService<IOptions<TOptions>>().Value;
    }

    /// <summary>
    /// The archive and the chat commands, without server, platforms and jobs. A folder that was named and is not there is taken for
    /// a slip of the pen by subcommands that only read.
    /// </summary>
    /// <exception cref="OperatorException">The settings are wrong or the data folder cannot be used.</exception>
    public static Task<ServiceProvider> OpenArchiveAsync(this ProgramParts parts, ParseResult parsed, CancellationToken ct) => parts.OpenAsync(parsed, onlyReads: false, ct);

    /// <summary>As <see cref="OpenArchiveAsync"/>, in a folder that may not be written to as well: what would write there is refused when it does.</summary>
    /// <exception cref="OperatorException">The settings are wrong or the data folder cannot be used.</exception>
    public static Task<ServiceProvider> ReadArchiveAsync(this ProgramParts parts, ParseResult parsed, CancellationToken ct) => parts.OpenAsync(parsed, onlyReads: true, ct);

    /// <summary>As <see cref="OpenArchiveAsync"/>, and begins an archive where there is none.</summary>
    /// <exception cref="OperatorException">The settings are wrong or the data folder cannot be used.</exception>
    public static Task<ServiceProvider> MakeArchiveAsync(this ProgramParts parts, ParseResult parsed, CancellationToken ct) => parts.MakeAsync(parsed, onlyReads: false, ct);

    /// <summary>As <see cref="ReadArchiveAsync"/>, and begins none where there is none.</summary>
    /// <exception cref="OperatorException">The settings are wrong or there is no archive.</exception>
    public static Task<ServiceProvider> ReadPresentArchiveAsync(this ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var folder = Path.GetFullPath(parts.ReadOptions<StorageOptions>(parsed.ReadSettings()).Folder);
        return !Directory.Exists(folder) ? throw Missing($"folder {folder}")
            : !HoldsArchive(folder) ? throw Missing($"archive in {folder}")
            : parts.MakeAsync(parsed, onlyReads: true, ct);
    }

    private static bool HoldsArchive(string folder)
    {
        try
        {
            return !File.GetAttributes(Path.Combine(folder, StorageSetup.FileName)).HasFlag(FileAttributes.Directory);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new OperatorException(
                $"The data folder {folder} cannot be looked into ({error.Message.TrimEnd('.')}); give this user the right to read there, or name another with --data.");
        }
    }

    private static OperatorException Missing(string what) =>
        new($"There is no {what}; check --data, or begin an archive there with digestbot ingest or digestbot samples load.");

    private static Task<ServiceProvider> OpenAsync(this ProgramParts parts, ParseResult parsed, bool onlyReads, CancellationToken ct)
    {
        if (parsed.GetValue(CommonOptions.Data) is { } named && !Directory.Exists(named))
        {
            throw Missing($"folder {Path.GetFullPath(named)}");
        }

        return parts.MakeAsync(parsed, onlyReads, ct);
    }

    private static async Task<ServiceProvider> MakeAsync(this ProgramParts parts, ParseResult parsed, bool onlyReads, CancellationToken ct)
    {
        var settings = parsed.ReadSettings();
        var services = new ServiceCollection();
        services.AddLogging();
        parts.AddArchive(services, settings, onlyReads);

        var provider = services.BuildServiceProvider();
        await parts.Open(provider, ct);
        return provider;
    }

    /// <summary>Registers what every run has.</summary>
    /// <param name="onlyReads">Whether an archive that is there is enough.</param>
    /// <returns>The data folder, ready for use.</returns>
    /// <exception cref="OperatorException">The settings are wrong or the data folder cannot be used.</exception>
    public static string AddArchive(this ProgramParts parts, IServiceCollection services, IConfiguration settings, bool onlyReads = false)
    {
        var folder = Path.GetFullPath(parts.ReadOptions<StorageOptions>(settings).Folder);
        if (onlyReads && File.Exists(Path.Combine(folder, StorageSetup.FileName)))
        {
            services.AddSingleton<OnlyReads>();
        }
        else
        {
            DataFolder.Prepare(folder);
        }

        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        parts.Settings(services);
        parts.Archive(services, folder);
        return folder;
    }
}
