using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/reports: what members reported as wrong, with what can be done about it.</summary>
public sealed class ReportsCommand(IReports reports, IQuotes quotes) : IChatCommand
{
    internal const string Name = "reports";

    private const int ReportsAPage = 4;

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Reports, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [SharedArguments.PageNumber],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var page = await PageOf<OpenReport>.ReadAsync(call, ReportsAPage, (skip, take) => reports.OpenAsync(call.Community, skip, take, ct));
        if (page.Hits.Items.Count == 0)
        {
            return Reply.Ok(new Paragraph(CorrectionWords.ReportsNone));
        }

        var articles = page.Hits.Items.Select(report => report.Item.Article).Distinct().ToList();
        var now = (await quotes.InArticlesAsync(call.Community, articles, ct)).DistinctBy(ItemReference.Of).ToDictionary(ItemReference.Of);
        return new Reply
        {
            Blocks = [new Heading(CorrectionWords.ReportsTitle, page.Range), .. page.Hits.Items.Select(report => Line(report, call))],
            Buttons =
            [
                .. page.Hits.Items.Select(report => (Button[])[.. Buttons(report, now.GetValueOrDefault(report.Item), call)]),
                .. ButtonRow.Of(page.Buttons(Spec, call)),
            ],
            Page = page.Shown,
        };
    }

    private static Entry Line(OpenReport report, CommandCall call) => new(
        Number(report),
        report.Shown,
        [
            new Subtle($"{KindOf(report.Kind)} · {CorrectionWords.Reporters(report.Reporters)}, {ChangeWords.Day(report.At, call)} · {CorrectionWords.Number(report.Item.ToString())} · "),
            .. Citations.OutletAndDay(report.Citation, call),
        ]);

    /// <summary>What the asker can do about a report.</summary>
    /// <param name="quote">What is reported as it stands now; null where it is no quote, or none any more.</param>
    private static IEnumerable<Button> Buttons(OpenReport report, QuoteHit? quote, CommandCall call)
    {
        var (number, item) = (Number(report), report.Item.ToString());
        if (quote is not null)
        {
            yield return new Button(CorrectionWords.ButtonHide(number), CommandText.Of(QuoteHideCommand.Name, item));
            yield return new Button(CorrectionWords.ButtonUnresolve(number), CommandText.Of(QuoteUnresolveCommand.Name, item));
        }

        if (quote?.SpeakerSlug is { } slug && report.Kind == ReportKind.Person && call.Access == Access.Operator)
        {
            yield return new Button(CorrectionWords.ButtonSplit(number), PersonSplitCommand.OfArticle(slug, report.Item.Article));
        }

        yield return new Button(CorrectionWords.ButtonDismiss(number), CommandText.Of(ReportsDismissCommand.Name, number));
    }

    private static string KindOf(ReportKind kind) => kind switch
    {
        ReportKind.Person => CorrectionWords.KindPerson,
        ReportKind.Words => CorrectionWords.KindWords,
        ReportKind.Date => CorrectionWords.KindDate,
        _ => CorrectionWords.KindStory,
    };

    private static string Number(OpenReport report) => report.Id.ToString(CultureInfo.InvariantCulture);
}
