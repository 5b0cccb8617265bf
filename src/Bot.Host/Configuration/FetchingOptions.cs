using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Bot.Digest.Reading.Egress;
using Microsoft.Extensions.Options;

namespace Bot.Host.Configuration;

/// <summary>How documents are got from the web, and what of it may be reached.</summary>
public sealed class FetchingOptions
{
    public const string Section = "Fetching";

    /// <summary>An address on the web or of mail that tells site owners who asks and whom to write to; told with every request.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Shortest pause between two requests to one host; openrss.org shuts out those that come without one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan HostGap { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Most requests at once, all hosts together; slow ones are counted apart.</summary>
    [Range(1, 64)]
    public int AtOnce { get; init; } = 16;

    /// <summary>Longest time from the first byte that is sent to the last that comes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:02:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest feed or sitemap, unpacked, in megabytes; the largest of 1,169 feeds looked at has 3.</summary>
    [Range(1, 100)]
    public int FeedMegabytes { get; init; } = 10;

    /// <summary>Largest page, unpacked, in megabytes.</summary>
    [Range(1, 100)]
    public int PageMegabytes { get; init; } = 5;

    /// <summary>Ports that may be reached besides 80, 443, 8080 and 8443, separated by commas.</summary>
    public string AllowedPorts { get; init; } = "";

    /// <summary>Names that may be reached although they are private, separated by commas.</summary>
    public string AllowedHosts { get; init; } = "";

    /// <summary>Private networks ("10.1.0.0/16") that <see cref="AllowedHosts"/> and addresses written as numbers may lead into, separated by commas.</summary>
    public string AllowedNetworks { get; init; } = "";

    /// <summary>Public addresses of the operator that must not be reached, separated by commas.</summary>
    public string OwnAddresses { get; init; } = "";

    /// <summary>True where this machine reaches IPv4 through NAT64 only.</summary>
    public bool Nat64 { get; init; }

    /// <summary>What these settings allow.</summary>
    /// <exception cref="FormatException">A part is none; start-up validation has refused it before.</exception>
    public EgressPolicy ToPolicy() => new()
    {
        Ports = [.. Parts(AllowedPorts).Select(port => int.Parse(port, CultureInfo.InvariantCulture))],
        Hosts = [.. Parts(AllowedHosts).Select(host => host.ToLowerInvariant())],
        Networks = [.. Parts(AllowedNetworks).Select(IPNetwork.Parse)],
        OwnAddresses = [.. Parts(OwnAddresses).Select(IPAddress.Parse)],
        UnwrapNat64 = Nat64,
    };

    internal static string[] Parts(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Checks the lists and the contact, each part of them.</summary>
public sealed class FetchingOptionsValidator : IValidateOptions<FetchingOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();
        Check(nameof(FetchingOptions.AllowedPorts), options.AllowedPorts, "a port", "8081", text =>
            ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0);
        Check(nameof(FetchingOptions.AllowedHosts), options.AllowedHosts, "a host", "feeds.lan", text => Uri.CheckHostName(text) == UriHostNameType.Dns);
        Check(nameof(FetchingOptions.AllowedNetworks), options.AllowedNetworks, "a network", "10.1.0.0/16", text => IPNetwork.TryParse(text, out _));
        Check(nameof(FetchingOptions.OwnAddresses), options.OwnAddresses, "an IP address", "198.51.100.7", text => IPAddress.TryParse(text, out _));
        if (options.Contact.Any(letter => !char.IsAscii(letter) || char.IsControl(letter) || letter is '(' or ')' or ';'))
        {
            problems.AddError($"{FetchingOptions.Section}:{nameof(FetchingOptions.Contact)} holds what no header may; write an address like \"https://news.example/bot\" or \"bot@news.example\".");
        }

        return problems.Build();

        void Check(string setting, string list, string kind, string example, Func<string, bool> isOne)
        {
            foreach (var part in FetchingOptions.Parts(list).Where(part => !isOne(part)))
            {
                problems.AddError($"{FetchingOptions.Section}:{setting} holds \"{part}\", which is not {kind}; write it like \"{example}\".");
            }
        }
    }
}
