using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/deliveries: which digests were due, and what became of each.</summary>
public sealed class DeliveriesCommand(IDigestHistory history) : IChatCommand
{
    internal const string Name = "deliveries";

    private const string Which = "which";
    private const string Failed = "failed";
    private const int DigestsAPage = 10;
    private const int MostButtons = 4;

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Deliveries, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments =
        [
            new(Which, ArgumentKind.Choice, SubscriptionCommandWords.DeliveriesWhich) { Positional = true, Choices = ["all", Failed] },
            SharedArguments.PageNumber,
            SharedArguments.In,
        ],
        Examples = ["/deliveries", "/deliveries failed"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var failed = call.Text(Which) == Failed;
        var page = await PageOf<DigestReport>.ReadAsync(
            call, DigestsAPage, (skip, take) => history.HistoryAsync(call.Community, call.OwnChannel, failed, skip, take, ct));
        if (page.Hits.Items.Count == 0)
        {
            return Reply.Ok(new Paragraph(failed ? DeliveryWords.DeliveriesNoneFailed : DeliveryWords.DeliveriesNone));
        }

        var uncertain = page.Hits.Items.Where(report => report.State == SlotState.Uncertain).Take(MostButtons)
            .Select(report => new Button(DeliveryWords.ButtonAgain(Number(report)), CommandText.Of(DeliveriesAgainCommand.Name, Number(report))));
        return new Reply
        {
            Blocks = [new Heading(DeliveryWords.DeliveriesTitle, page.Range), .. page.Hits.Items.Select(report => Line(report, call))],
            Buttons = [.. ButtonRow.Of(uncertain), .. ButtonRow.Of(page.Buttons(Spec, call))],
            Page = page.Shown,
        };
    }

    private static Entry Line(DigestReport report, CommandCall call) => new(
        Number(report),
        report.Follow is { } followed ? $"{MomentWords.Of(report.Due, call)} · {followed}" : MomentWords.Of(report.Due, call),
        report.Channel == call.Chat ? DeliveryStates.Of(report) : $"{DeliveryStates.Of(report)} · {report.Channel.Platform} {report.Channel.Channel}");

    private static string Number(DigestReport report) => report.Id.Value.ToString(CultureInfo.InvariantCulture);
}
