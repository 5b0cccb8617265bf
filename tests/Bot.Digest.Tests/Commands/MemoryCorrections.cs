using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>Marks and reports over the quotes of an archive of a few records.</summary>
internal sealed class MemoryCorrections(MemoryArchive archive) : IQuoteMarks, IReports
{
    private readonly Dictionary<ItemReference, QuoteMark> _marks = [];
    private long _last;

    /// <summary>Those who reported the same thing stand together.</summary>
    public List<(OpenReport Report, HashSet<string> By)> Reports { get; } = [];

    public Task<MarkOutcome> MarkAsync(Editor editor, ItemReference quote, QuoteMark mark, CancellationToken ct)
    {
        var isNew = !_marks.TryGetValue(quote, out var was) || was != mark;
        return Answer(quote, isNew, () => _marks[quote] = mark);
    }

    public Task<MarkOutcome> RestoreAsync(Editor editor, ItemReference quote, CancellationToken ct) =>
        Answer(quote, _marks.ContainsKey(quote), () => _marks.Remove(quote));

    public Task<ReportResult> AddAsync(Editor reporter, ItemReference item, ReportKind kind, string shown, int? most, CancellationToken ct)
    {
        if (Reports.Count(one => one.By.Contains(reporter.Name)) >= most)
        {
            return archive.Answer(ReportResult.TooMany);
        }

        var at = Reports.FindIndex(one => one.Report.Item == item && one.Report.Kind == kind);
        if (at < 0)
        {
            var citation = archive.Articles.Single(hit => hit.Citation.Article == item.Article).Citation;
            Reports.Insert(0, (new OpenReport(++_last, item, kind, shown, citation, 0, Asking.Noon), []));
            at = 0;
        }

        var isNew = Reports[at].By.Add(reporter.Name);
        Reports[at] = (Reports[at].Report with { Reporters = Reports[at].By.Count }, Reports[at].By);
        return archive.Answer(isNew ? ReportResult.Taken : ReportResult.TakenBefore);
    }

    public Task<Hits<OpenReport>> OpenAsync(CommunityId asker, int skip, int take, CancellationToken ct) =>
        archive.Answer(MemoryArchive.Page([.. Reports.Select(one => one.Report)], skip, take));

    public Task<ItemReference?> DismissAsync(Editor editor, long report, CancellationToken ct)
    {
        var item = Reports.Find(one => one.Report.Id == report).Report?.Item;
        Reports.RemoveAll(one => one.Report.Id == report);
        return archive.Answer(item);
    }

    private Task<MarkOutcome> Answer(ItemReference quote, bool isNew, Action change)
    {
        if (archive.Said.Find(hit => ItemReference.Of(hit) == quote) is not { } hit)
        {
            return archive.Answer(new MarkOutcome(MarkResult.NoSuchQuote, null));
        }

        if (isNew)
        {
            change();
            Reports.RemoveAll(one => one.Report.Item == quote);
        }

        return archive.Answer(new MarkOutcome(isNew ? MarkResult.Done : MarkResult.AsBefore, hit));
    }
}
