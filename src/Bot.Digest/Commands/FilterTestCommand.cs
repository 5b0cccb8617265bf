using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Filters;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/filter test: which of the newest articles are told, and which filter decides.</summary>
public sealed class FilterTestCommand(IFilters filters, ISources sources, IPeople people, IArticles articles) : IChatCommand
{
    internal const string Name = "filter test";

    private const int MostArticles = 10;

    public CommandSpec Spec => new(Name, CommandWords.FilterTestSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [TypedFilter.Positional(CommandWords.FilterTestRule), TypedFilter.PersonOption, TypedFilter.SourceOption, SharedArguments.In],
        Examples = ["/filter test", "/filter test exclude /ferr(y|ies)/"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = await TypedFilter.ReadAsync(Spec, people, articles, sources, call, ct);
        if (typed.Instead is { } instead)
        {
            return instead;
        }

        var samples = await filters.RecentAsync(call.Community, typed.Only?.Id, MostArticles, ct);
        if (samples.Count == 0)
        {
            return await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NoArticlesAtAll)), ct);
        }

        var kept = await filters.ListAsync(call.Community, ct);
        var set = new FilterSet(typed.Rule is { } rule ? [.. kept, new Filter(default, rule, typed.Only?.Id, typed.Only?.Name, call.Editor.Name, call.Now)] : kept);
        var verdicts = samples.Select(sample => set.Judge(
            sample.Source, new FilterText(sample.Subject.Title, sample.Subject.Text), sample.Subject.People)).ToList();
        return Reply.Ok(
        [
            new Heading(FilterWords.TestTitle, FilterWords.TestCount(verdicts.Count(verdict => !verdict.IsHidden), verdicts.Count)),
            .. samples.Zip(verdicts, (sample, verdict) => Line(sample, verdict, call)),
            .. typed.Rule is { } tried ? [new Note(FilterWords.Trying(tried.Typed, Add(call)))] : Array.Empty<Block>(),
        ]);
    }

    private static Entry Line(FilterSample sample, FilterVerdict verdict, CommandCall call) => new(
        verdict.IsHidden ? FilterWords.Hidden : FilterWords.Told,
        [Citations.Title(sample.Citation), new Subtle($" · {sample.Citation.Outlet}"), .. Citations.DayAndNumber(sample.Citation, call)],
        verdict.Decided is { } filter ? FilterWords.Because(filter.Rule.Typed)
            : verdict.IsHidden ? FilterWords.NothingIncludes
            : null);

    /// <summary>The command that keeps what was tried.</summary>
    private string Add(CommandCall call) =>
        CommandText.Again(Spec with { Name = FilterAddCommand.Name }, call, TypedFilter.Words, call.Text(TypedFilter.Words));
}
