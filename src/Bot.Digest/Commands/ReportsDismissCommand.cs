using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/reports dismiss: settles a report about something that is right.</summary>
public sealed class ReportsDismissCommand(IReports reports) : IChatCommand
{
    internal const string Name = "reports dismiss";

    private const string Number = "number";

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Dismiss, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [new(Number, ArgumentKind.Number, CorrectionCommandWords.DismissNumber) { Positional = true, Required = true, Min = 1 }],
        Examples = ["/reports dismiss 3"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var number = call.Number(Number, 0);
        return await reports.DismissAsync(call.Editor, number, ct) is { } item
            ? Reply.Ok(new Paragraph(CorrectionWords.Dismissed(item.ToString(), CommandText.Of(WrongCommand.Name, item.ToString()))))
            : Reply.Problem(CorrectionWords.NoSuchReport(number.ToString(CultureInfo.InvariantCulture), $"/{ReportsCommand.Name}"));
    }
}
