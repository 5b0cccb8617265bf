using System.Globalization;
using Bot.WebStandIn;

namespace Bot.Host.Tests.CommandLine;

/// <summary>Settings with which the built program may fetch from a stand-in on this machine, and from nowhere else.</summary>
internal static class LoopbackWeb
{
    public static Dictionary<string, string> Variables(StandIn web) => new()
    {
        ["DIGESTBOT__Fetching__AllowedNetworks"] = "127.0.0.0/8",
        ["DIGESTBOT__Fetching__AllowedPorts"] = web.Port.ToString(CultureInfo.InvariantCulture),
        ["DIGESTBOT__Fetching__HostGap"] = "00:00:01",
        ["DIGESTBOT__Log__Level"] = "Warning",
    };

    public static string Address(StandIn web, string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{web.Port}{path}");
}
