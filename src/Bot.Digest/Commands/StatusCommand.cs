using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/status: how the service fares.</summary>
public sealed class StatusCommand(IServiceStatus service) : IChatCommand
{
    internal const string Name = "status";

    public CommandSpec Spec => new(Name, StatusWords.Summary, Access.Operator, CommandGroup.Operator) { Examples = ["/status"] };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var status = await service.ReadAsync(ct);
        return new Reply
        {
            Blocks =
            [
                new Heading(status.Faults.Count == 0 ? StatusWords.Well : StatusWords.NotWell),
                .. status.Faults.Select(fault => new Paragraph([new Strong(Of(fault, call))])),
                .. Lines(status, call),
                new Section(StatusWords.Platforms),
                .. Platforms(status, call),
                .. status.Jobs.Count == 0 ? [] : new Block[] { new Section(StatusWords.Jobs) },
                .. status.Jobs.Select(job => new Entry(null, job.Name, Of(job, call))),
            ],
            Buttons = [[new Button(StatusWords.ButtonDeliveries, CommandText.Of(DeliveriesCommand.Name))]],
        };
    }

    private static IEnumerable<Block> Lines(ServiceStatus status, CommandCall call)
    {
        yield return new Paragraph(status.Jobs.Count == 0
            ? StatusWords.NoService(status.Version)
            : StatusWords.Service(status.Version, Lasting(call.Now - status.Started)));
        if (status.Numbers is not { } numbers)
        {
            yield break;
        }

        yield return new Paragraph(StatusWords.Archive(numbers.Articles, ByteWords.Of(status.ArchiveBytes), ByteWords.Of(status.FreeBytes)));
        yield return new Paragraph(StatusWords.Sources(numbers.Sources, numbers.FailingSources));
        yield return new Paragraph(StatusWords.Orders(numbers.Subscriptions, numbers.Follows));
        yield return new Paragraph(numbers.OldestDue is { } oldest ? StatusWords.Due(numbers.Due, MomentWords.Of(oldest, call)) : StatusWords.NothingDue);
        yield return new Paragraph(StatusWords.Deliveries(numbers.Platforms.Sum(platform => platform.Waiting), numbers.Uncertain, numbers.Undeliverable));
    }

    private static IEnumerable<Block> Platforms(ServiceStatus status, CommandCall call)
    {
        if (status.Platforms.Count == 0)
        {
            yield return new Paragraph(StatusWords.NoPlatforms);
        }

        foreach (var name in status.Platforms)
        {
            var numbers = status.Numbers?.Platforms.FirstOrDefault(one => one.Platform == name);
            var last = numbers?.LastEnded is { } ended ? MomentWords.Of(ended, call) : StatusWords.Never;
            yield return new Entry(null, name, StatusWords.Platform(numbers?.Waiting ?? 0, last));
        }
    }

    private static string Of(JobStatus job, CommandCall call) => job switch
    {
        { IsRunning: true, Began: { } began } => StatusWords.JobRuns(MomentWords.Of(began, call)),
        { HasFailed: true, Ended: { } ended } => StatusWords.JobFailed(MomentWords.Of(ended, call)),
        { Ended: { } ended } => StatusWords.JobRan(MomentWords.Of(ended, call)),
        _ => StatusWords.Never,
    };

    private static string Of(ServiceFault fault, CommandCall call)
    {
        var since = MomentWords.Of(fault.Since, call);
        return fault.Kind switch
        {
            FaultKind.DigestsOverdue => StatusWords.FaultOverdue(since),
            FaultKind.SendingStuck => StatusWords.FaultSending(fault.Name, since),
            FaultKind.JobSilent => StatusWords.FaultSilent(fault.Name, since),
            FaultKind.JobHangs => StatusWords.FaultHangs(fault.Name, since),
            _ => StatusWords.FaultArchive(since),
        };
    }

    private static string Lasting(TimeSpan time) => time.TotalDays >= 1 ? StatusWords.Days(time.Days, time.Hours) : StatusWords.Hours(time.Hours, time.Minutes);
}
