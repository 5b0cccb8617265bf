using System.Reflection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Configuration;

/// <summary>One options class as a section of the settings: what it is called, which keys it has and how it is checked.</summary>
/// <param name="Name">The section.</param>
/// <param name="Options">The options class.</param>
/// <param name="Bind">Makes the checked options; throws what binding and validation throw.</param>
public sealed record SettingsSection(string Name, Type Options, Func<IServiceProvider, object> Bind)
{
    /// <summary>In the order of the class.</summary>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        .. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property => new Setting(ConfigurationPath.Combine(Name, property.Name), property)),
    ];

    /// <summary>All that is wrong with its values, each named by its whole key. Of values that are none of their kind no options can be made to be checked further.</summary>
    public IEnumerable<string> Problems(IServiceProvider services, IConfiguration configuration)
    {
        var problems = Settings.Select(setting => setting.Problem(configuration)).OfType<string>();
        return Settings.All(setting => setting.IsReadable(configuration)) ? problems.Concat(Failures(services)) : problems;
    }

    private IEnumerable<string> Failures(IServiceProvider services)
    {
        try
        {
            Bind(services);
            return [];
        }
        catch (OptionsValidationException error)
        {
            return error.Failures;
        }
    }
}

/// <summary>Registration of options classes.</summary>
public static class SettingsSetup
{
    /// <summary>What every run knows: the sections that no platform owns.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSection<StorageOptions>(StorageOptions.Section)
        .AddSection<WebOptions>(WebOptions.Section).AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>()
        .AddSection<ChatOptions>(ChatOptions.Section).AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>()
        .AddSection<FetchingOptions>(FetchingOptions.Section).AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>()
        .AddSection<CommunitiesOptions>(CommunitiesOptions.Section)
        .AddSection<SourcesOptions>(SourcesOptions.Section)
        .AddSection<LogOptions>(LogOptions.Section);

    /// <summary>Binds a section to its options class. What its attributes cannot say, an <see cref="IValidateOptions{TOptions}"/> does.</summary>
    public static IServiceCollection AddSection<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindConfiguration(section);
        return services.AddSingleton(new SettingsSection(
            section, typeof(TOptions), provider => provider.GetRequiredService<IOptions<TOptions>>().Value));
    }
}
