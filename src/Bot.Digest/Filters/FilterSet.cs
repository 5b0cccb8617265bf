using Bot.Digest.Ports;

namespace Bot.Digest.Filters;

/// <summary>What became of an article.</summary>
/// <param name="Decided">The filter that hid it or let it through; null where none had to, or where no including one did.</param>
public sealed record FilterVerdict(bool IsHidden, Filter? Decided);

/// <summary>
/// The filters of one community. An article is hidden when an excluding one fits, or when there are including ones for its source and none of
/// them fits.
/// </summary>
public sealed class FilterSet(IEnumerable<Filter> filters)
{
    private readonly List<(Filter Filter, RuleMatcher Matcher)> _filters = [.. filters.Select(filter => (filter, new RuleMatcher(filter.Rule)))];

    /// <summary>What becomes of an article of a source.</summary>
    /// <param name="people">Slugs of those whom it names.</param>
    public FilterVerdict Judge(SourceId source, FilterText article, IReadOnlyCollection<string> people)
    {
        var own = _filters.Where(one => one.Filter.Source is null || one.Filter.Source == source).ToList();
        var fits = own.Where(one => one.Matcher.Fits(article, people)).Select(one => one.Filter).ToList();
        var excluding = fits.Find(filter => !filter.Rule.Includes);
        var including = fits.Find(filter => filter.Rule.Includes);
        return excluding is not null ? new FilterVerdict(true, excluding)
            : including is not null ? new FilterVerdict(false, including)
            : new FilterVerdict(own.Exists(one => one.Filter.Rule.Includes), null);
    }

    /// <summary>Has the expressions looked for, whose answers the article keeps.</summary>
    public void LookAhead(FilterText article)
    {
        foreach (var (_, matcher) in _filters.Where(one => one.Matcher.IsExpression))
        {
            matcher.Fits(article, []);
        }
    }
}
