using System.Reflection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Configuration;

/// <summary>One options class as a section of the settings: what it is called, which keys it has and how it is checked.</summary>
/// <param name="Name">The section.</param>
/// <param name="Options">The options class.</param>
/// <param name="Bind">Makes the checked options; throws what binding and validation throw.</param>
public sealed record SettingsSection(string Name, Type Options, Func<IServiceProvider, object> Bind)
{
    /// <summary>Full keys ("Web:Address") in the order of the class.</summary>
    public IReadOnlyList<string> Keys { get; } =
    [
        .. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property => ConfigurationPath.Combine(Name, property.Name)),
    ];
}

/// <summary>Registration of options classes.</summary>
public static class SettingsSetup
{
    /// <summary>What every run knows: the sections that no platform owns.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSection<StorageOptions, StorageOptionsValidator>(StorageOptions.Section)
        .AddSection<WebOptions, WebOptionsValidator>(WebOptions.Section)
        .AddSection<ChatOptions, ChatOptionsValidator>(ChatOptions.Section)
        .AddSection<FetchingOptions, FetchingOptionsValidator>(FetchingOptions.Section)
        .AddSingleton<IValidateOptions<FetchingOptions>, FetchingListsValidator>()
        .AddSection<CommunitiesOptions, CommunitiesOptionsValidator>(CommunitiesOptions.Section)
        .AddSection<SourcesOptions, SourcesOptionsValidator>(SourcesOptions.Section)
        .AddSection<LogOptions, LogOptionsValidator>(LogOptions.Section);

    /// <summary>Binds a section to its options class, checked at start.</summary>
    public static IServiceCollection AddSection<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddSingleton(new SettingsSection(
            section, typeof(TOptions), provider => provider.GetRequiredService<IOptions<TOptions>>().Value));
    }
}
