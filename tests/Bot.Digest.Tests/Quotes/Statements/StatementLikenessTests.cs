using System.Globalization;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;
using Bot.Digest.Quotes.Statements;
using CsCheck;

namespace Bot.Digest.Tests.Quotes.Statements;

/// <summary>Which quotes of one person are one statement, on pairs written for it.</summary>
public sealed class StatementLikenessTests
{
    private static readonly List<Pair> Pairs =
    [
        .. File.ReadLines(RepositoryFile.Path("tests/Bot.Digest.Tests/Quotes/Statements/StatementPairs.txt"))
            .Where(line => line.Length > 0 && line[0] is '=' or '!')
            .Select(Pair.Read),
    ];

    [Fact]
    public void Pairs_of_one_statement_are_joined_and_others_never()
    {
        var joined = Pairs.Where(pair => pair.IsJoined).ToList();
        var right = joined.Count(pair => pair.IsOne);
        var (precision, recall) = (100.0 * right / joined.Count, 100.0 * right / Pairs.Count(pair => pair.IsOne));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Pairs.Count} pairs, precision {precision:F1}, recall {recall:F1}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Pairs.Where(pair => pair.IsJoined != pair.IsOne).Select(pair => pair.Line)));

        Assert.InRange(Pairs.Count, 120, int.MaxValue);
        Assert.InRange(precision, 100, 100);
        Assert.InRange(recall, 95, 100);
    }

    [Fact]
    public void The_order_of_two_quotes_does_not_matter() =>
        Assert.All(Pairs, pair => Assert.Equal(pair.IsJoined, (pair with { One = pair.Other, Other = pair.One }).IsJoined));

    [Fact]
    public void Any_two_texts_can_be_compared_and_their_order_does_not_matter()
    {
        var text = Gen.String[Gen.Char["ab N’.,[]%…5é“\n"], 0, 60];
        Gen.Select(text, text).Sample((one, other) =>
        {
            var (a, b) = (Said(one), Said(other));

            return StatementLikeness.Of(a, b, 0) == StatementLikeness.Of(b, a, 0);
        });
    }

    [Fact]
    public void A_sentence_said_twice_does_not_count_twice_in_one_order_only()
    {
        var twice = Said("The harbour of Norrmark stays open. The harbour of Norrmark stays open.");
        var other = Said("The harbour of Norrmark stays open. We thank all who came to see the pier today.");

        Assert.Equal(StatementLikeness.Of(twice, other, 0), StatementLikeness.Of(other, twice, 0));
    }

    [Theory]
    [InlineData("The harbour of Norrmark stays open. ")]
    [InlineData("and the harbour of Norrmark stays open ")]
    public void A_speech_of_any_length_is_known_by_its_beginning(string part)
    {
        var speech = string.Concat(Enumerable.Repeat(part, 5000));

        Assert.True(StatementLikeness.Of(Said(speech), Said(speech[..(speech.Length / 2)]), 0) > 0);
        Assert.True(StatementLikeness.Of(Said(speech), Said("We will not close the east pier before winter."), 0) <= 0);
    }

    private static SaidWords Said(string text) => SaidWords.Of(QuoteKind.Direct, text, [new TextSpan(0, text.Length)], [new TextSpan(0, text.Length)]);

    private sealed record Pair(string Line, bool IsOne, SaidWords One, SaidWords Other, int Days)
    {
        public bool IsJoined => StatementLikeness.Of(One, Other, Days) > 0;

        public static Pair Read(string line)
        {
            var parts = line[2..].Split(" | ");
            return new Pair(
                line, line[0] == '=', Words(parts[0]), Words(parts[1]), parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 0);
        }

        private static SaidWords Words(string marked)
        {
            var text = marked[2..];
            var whole = new TextSpan(0, text.Length);
            return marked[0] switch
            {
                'D' => SaidWords.Of(QuoteKind.Direct, text, [whole], [whole]),
                'M' => SaidWords.Of(QuoteKind.Mixed, text, [whole], [new TextSpan(text.IndexOf('“') + 1, text.IndexOf('”'))]),
                _ => SaidWords.Of(QuoteKind.Reported, text, [whole], []),
            };
        }
    }
}
