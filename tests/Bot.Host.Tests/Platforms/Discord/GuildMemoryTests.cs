using System.Globalization;
using System.Text;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What is kept of servers is little, however many there are.</summary>
[Collection(typeof(MeasuredMemory))]
public sealed class GuildMemoryTests
{
    [Fact]
    public void Ten_thousand_servers_take_far_less_than_their_announcements()
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri("http://127.0.0.1/") };
        var guilds = new Guilds(new DiscordRest(http, "token", new RestLimits(TimeProvider.System), TimeProvider.System, NullLogger<DiscordRest>.Instance));
        var reader = new HappeningReader(0, 1);
        reader.Read("READY", """{"user":{"id":"7"},"guilds":[]}"""u8.ToArray());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // Kept twice over: waiting to be followed, and followed.
        var waiting = Enumerable.Range(1, 10_000).Select(number => (GuildHappening.Came)reader.Read("GUILD_CREATE", Encoding.UTF8.GetBytes(Announcement(number)))!).ToList();
        foreach (var came in waiting)
        {
            guilds.Keep(came.Guild, new Guild(came.Name, came.Roles, came.Own));
        }

        var taken = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0;
        TestContext.Current.SendDiagnosticMessage("{0:F1} million bytes for 10,000 servers", taken);
        GC.KeepAlive(waiting);
        GC.KeepAlive(guilds);
        Assert.InRange(taken, double.MinValue, 60);
    }

    /// <summary>A server with 20 roles and 30 channels.</summary>
    private static string Announcement(int number)
    {
        var id = (1_000_000_000_000L + number).ToString(CultureInfo.InvariantCulture);
        var roles = string.Join(',', Enumerable.Range(0, 20).Select(role => $$"""{"id":"{{(role == 0 ? id : id + role)}}","name":"role {{role}}","permissions":"2251804225","color":0}"""));
        var channels = string.Join(',', Enumerable.Range(0, 30).Select(channel => $$"""{"id":"{{id}}0{{channel}}","type":0,"name":"channel {{channel}}","topic":"what is said here","permission_overwrites":[{"id":"{{id}}","type":0,"allow":"0","deny":"2048"}]}"""));
        return $$"""{"id":"{{id}}","name":"Server {{number}}","roles":[{{roles}}],"members":[{"user":{"id":"7"},"roles":["{{id}}3"]}],"channels":[{{channels}}]}""";
    }
}
