using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

public sealed class CommandCallTests
{
    [Theory]
    [InlineData("2026-03-28", "2026-03-28T08:00:00+01:00")]
    [InlineData("2026-03-29", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-10-25", "2026-10-25T08:00:00+01:00")]
    public void Eight_o_clock_is_eight_o_clock_on_the_days_that_change_the_clocks_too(string day, string moment)
    {
        var call = new CommandCall
        {
            Chat = new ChatAddress("terminal", "here", "here"),
            Community = CommunityId.DefaultSet,
            User = "someone",
            Access = Access.Everyone,
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Now = DateTimeOffset.UnixEpoch,
        };

        var eight = call.At(Iso(day), new TimeOnly(8, 0));

        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), eight);
    }

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
