using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the operator is told of the service.</summary>
public sealed class StatusCommandTests
{
    private static readonly DateTimeOffset Lately = Asking.Noon.AddMinutes(-6);

    private readonly MemoryStatus _service = new();

    [Fact]
    public async Task The_operator_sees_what_waits_what_failed_and_what_runs()
    {
        _service.Now = _service.Now with
        {
            Numbers = new ServiceNumbers(
                4021, 31, 2, Lately, 12, 3, 1, Lately, 1, 4, [new PlatformNumbers("telegram", 7, Lately, Asking.Noon.AddDays(-1))]),
            Jobs = [new JobStatus("plan-slots", Lately, null, IsRunning: true, HasFailed: false), new JobStatus("refresh-sources", Lately, Lately, IsRunning: false, HasFailed: true)],
            Platforms = ["telegram", "web"],
            Faults = [new ServiceFault(FaultKind.SendingStuck, "telegram", Lately), new ServiceFault(FaultKind.JobHangs, "plan-slots", Lately)],
        };

        Assert.Equal(
            """
            # Something is wrong
            telegram: messages wait, and none has left since 13:54. Look into the log, and whether the platform can be reached.
            The job plan-slots hangs since 13:54. Start the service anew, and report what the log says.
            DigestBot 1.2.3, up for 2 d 2 h
            Archive: 4021 articles, 1.2 MB; 89.0 GB free on its disk
            Sources: 31 visited, 2 failing
            Orders: 12 for digests, 3 follows
            Digests: 1 due, the oldest since 13:54
            Messages: 7 waiting; in the last day 1 uncertain, 4 undeliverable
            ## Platforms
            - telegram
                7 waiting, last one yesterday 14:00
            - web
                0 waiting, last one never
            ## Jobs
            - plan-slots
                runs since 13:54
            - refresh-sources
                last ended 13:54, with an error that the log tells
            [Deliveries: /deliveries]
            """,
            await TextAsync());
    }

    [Fact]
    public async Task Beside_the_service_it_says_what_it_cannot_know()
    {
        Assert.Equal(
            """
            # All is well
            DigestBot 1.2.3: a command beside the service, which does not know what its jobs do
            ## Platforms
            none is set up
            [Deliveries: /deliveries]
            """,
            await TextAsync());
    }

    private async Task<string> TextAsync() => ReplyText.Of(await new Asking(new StatusCommand(_service)).AskAsync("/status")).TrimEnd();
}
