using System.Net;
using Microsoft.Extensions.Options;

namespace Bot.Host.Configuration;

/// <summary>Where the page and the health answer are served.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Scheme, host (a name of this machine or an IP address) and port.</summary>
    public Uri Address { get; init; } = new("http://127.0.0.1:8080");

    /// <summary>What a visitor must know; required unless the address is a loopback one. At least 16 characters.</summary>
    public string AccessKey { get; init; } = "";

    /// <summary>Names that browsers reach the page by besides the address, a proxy's for example, separated by commas.</summary>
    public string Names { get; init; } = "";

    /// <summary><see cref="Names"/>, one by one.</summary>
    public IReadOnlyList<string> HostNames => Names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when only this machine can reach the page.</summary>
    public bool IsLoopback => Address.IsLoopback
        || (IPAddress.TryParse(Address.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The address as this machine itself reaches it: "every interface" is no address to call.</summary>
    public Uri Reachable => Address.DnsSafeHost switch
    {
        "0.0.0.0" or "*" or "+" => new UriBuilder(Address) { Host = "127.0.0.1" }.Uri,
        "::" => new UriBuilder(Address) { Host = "[::1]" }.Uri,
        _ => Address,
    };
}

public sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private const int ShortestKey = 16;

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();
        if (!options.Address.IsAbsoluteUri || options.Address.Scheme != Uri.UriSchemeHttp || options.Address.PathAndQuery != "/")
        {
            problems.AddError($"{WebOptions.Section}:{nameof(WebOptions.Address)} is \"{options.Address.OriginalString}\"; write it like \"http://127.0.0.1:8080\".");
        }
        else if (!options.IsLoopback && options.AccessKey.Length == 0)
        {
            problems.AddError($"{WebOptions.Section}:{nameof(WebOptions.AccessKey)} is missing: {options.Address.Authority} can be reached from other machines, so the page needs an access key of at least {ShortestKey} characters.");
        }

        if (options.AccessKey.Length is > 0 and < ShortestKey)
        {
            problems.AddError($"{WebOptions.Section}:{nameof(WebOptions.AccessKey)} is too short: it needs at least {ShortestKey} characters.");
        }

        return problems.Build();
    }
}
