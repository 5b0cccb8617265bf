using Bot.Digest.Articles;
using Bot.Digest.Quotes;
using Bot.Evaluation.Fuzzing;

namespace Bot.Digest.Tests.Evaluation;

public sealed class FuzzRunTests
{
    private const string Text = "“We stay open,” Ilse Varga said. The pier “is safe” for now.";

    private static readonly Quote _sound = new()
    {
        Span = new(0, 15),
        Kind = QuoteKind.Direct,
        Pieces = [new(0, 15)],
        Verbatim = [new(1, 14)],
    };

    [Fact]
    public void Two_thousand_broken_articles_are_read_as_promised() =>
        Assert.Empty(new FuzzRun(SeedArticles.Of(RepositoryFile.Path("samples")), seed: 1).Faults(2000));

    [Fact]
    public void The_same_seed_breaks_articles_in_the_same_way()
    {
        var (one, other) = (new FuzzRun([Text, "Other words."], seed: 3), new FuzzRun([Text, "Other words."], seed: 3));

        Assert.Equal(Enumerable.Range(0, 50).Select(one.Article), Enumerable.Range(0, 50).Select(other.Article));
    }

    [Fact]
    public void Sound_findings_have_no_fault() => Assert.Empty(FindingsFaults.Of(Text, Findings(_sound)));

    [Fact]
    public void A_span_outside_the_text_is_a_fault() =>
        Assert.Equal([$"summary {new TextSpan(50, 99)} is outside the text"], FindingsFaults.Of(Text, Findings(_sound) with { Summary = [new(50, 99)] }));

    [Fact]
    public void Words_in_marks_that_the_text_has_without_marks_are_a_fault() =>
        Assert.Single(FindingsFaults.Of(Text, Findings(_sound with { Verbatim = [new(4, 14)] })));

    [Fact]
    public void Words_in_marks_that_run_from_one_quotation_into_the_next_are_a_fault()
    {
        var end = Text.IndexOf(" for now", StringComparison.Ordinal);

        var crossing = _sound with { Span = new(0, end), Pieces = [new(0, end)], Verbatim = [new(1, end - 1)] };

        Assert.Single(FindingsFaults.Of(Text, Findings(crossing)));
    }

    [Fact]
    public void A_speaker_who_is_none_of_the_people_is_a_fault() =>
        Assert.Equal(["a speaker is none of the people"], FindingsFaults.Of(Text, Findings(_sound with { Person = 0 })));

    private static Findings Findings(Quote quote) => new() { People = [], Quotes = [quote], Events = [], Summary = [] };
}
