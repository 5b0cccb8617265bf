using Bot.Digest.Filters;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Filters;

/// <summary>What several filters together make of an article.</summary>
public sealed class FilterSetTests
{
    private static readonly SourceId Post = new(1);
    private static readonly SourceId Wire = new(2);
    private static readonly FilterText Article = new("Ferry strike", "Both sides agreed.");

    [Fact]
    public void Without_filters_everything_is_told() => Assert.Equal(new FilterVerdict(false, null), Judge());

    [Fact]
    public void What_an_excluding_filter_fits_is_hidden_whatever_includes_it()
    {
        var ferry = Of(2, "exclude ferry");

        Assert.Equal(new FilterVerdict(true, ferry), Judge(Of(1, "include strike"), ferry));
    }

    [Fact]
    public void Where_filters_include_only_what_one_of_them_fits_is_told()
    {
        var strike = Of(2, "include strike");

        Assert.Equal(new FilterVerdict(false, strike), Judge(Of(1, "include bridge"), strike));
        Assert.Equal(new FilterVerdict(true, null), Judge(Of(1, "include bridge"), Of(2, "exclude mill")));
    }

    [Fact]
    public void A_filter_of_another_source_neither_hides_nor_includes()
    {
        Assert.Equal(new FilterVerdict(false, null), Judge(Of(1, "exclude ferry", Wire), Of(2, "include bridge", Wire)));
        Assert.Equal(Of(1, "exclude ferry", Post), Judge(Of(1, "exclude ferry", Post)).Decided);
    }

    private static FilterVerdict Judge(params Filter[] filters) => new FilterSet(filters).Judge(Post, Article, []);

    private static Filter Of(int id, string typed, SourceId? source = null)
    {
        var (kind, words) = (typed.Split(' ')[0], typed.Split(' ')[1]);
        return new Filter(new FilterId(id), new FilterRule(kind == FilterRule.Include, FilterKind.Words, words), source, null, "u1", default);
    }
}
