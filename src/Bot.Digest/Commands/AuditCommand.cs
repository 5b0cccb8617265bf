using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/audit: who changed what.</summary>
public sealed class AuditCommand(IPersonEditing editing) : IChatCommand
{
    internal const string Name = "audit";

    private const int ChangesAPage = 10;
    private const int MostButtons = 4;

    public CommandSpec Spec => new(Name, CommandWords.AuditSummary, Access.ChannelAdmin)
    {
        Arguments = [SharedArguments.PageNumber],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var page = await PageOf<PersonEdit>.ReadAsync(call, ChangesAPage, (skip, take) => editing.HistoryAsync(call.Community, skip, take, ct));
        if (page.Hits.Items.Count == 0)
        {
            return Reply.Ok(new Paragraph(EditWords.AuditEmpty));
        }

        // Only an operator can press them.
        var undo = call.Access < Access.Operator ? []
            : page.Hits.Items.Where(edit => edit.UndoneAt is null).Take(MostButtons).Select(PersonEdits.Undo);
        return new Reply
        {
            Blocks = [new Heading(EditWords.AuditTitle, page.Range), .. page.Hits.Items.Select(edit => Line(edit, call))],
            Buttons = [.. ButtonRow.Of(undo), .. ButtonRow.Of(page.Buttons(Spec, call))],
            Page = page.Shown,
        };
    }

    private static Entry Line(PersonEdit edit, CommandCall call)
    {
        var made = EditWords.MadeBy(edit.By, Day(edit.At, call), Time(edit.At, call));
        var undone = edit.UndoneAt is { } at ? EditWords.TakenBackBy(edit.UndoneBy ?? "", Day(at, call)) : null;
        return new Entry(
            edit.Id.ToString(CultureInfo.CurrentCulture), PersonEdits.Describe(edit), undone is null ? made : $"{made} · {undone}");
    }

    private static string Day(DateTimeOffset at, CommandCall call) => DayWords.Of(call.DayOf(at), call.Today);

    private static string Time(DateTimeOffset at, CommandCall call) =>
        DayWords.Time(TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(at, call.Zone).TimeOfDay));
}
