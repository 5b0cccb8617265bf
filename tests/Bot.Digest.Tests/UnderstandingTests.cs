using System.Text;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;
using Bot.Digest.Tests.Quotes;
using Bot.Evaluation.Fuzzing;
using CsCheck;

namespace Bot.Digest.Tests;

public sealed class UnderstandingTests
{
    private static readonly string[] _scraps =
    [
        "“", "”", "\"", "''", "'", "‘", "’", "«", "»", " ", " ", ", ", ". ", "\n", "said", "told", "according to", "adding that", "Ilse Varga",
        "Omar Feld", "she", "who", "and", "the minister", "called", "with", "(", ")", "—", ":", ";", "\0", "\ud83d", "😀", "שלום", "كتاب", "Oct. 4", "12,000",
        "der", "die", "sagte", "teilte", "mit", "laut", "nach Angaben", "zufolge", "so", "„", "habe", "sei", "dass", "zu", "am 3. Mai", "wie", "und",
    ];

    private const string Marks = "“”„«»\"'‘’‚‛‟‹›`＂";

    [Fact]
    public void Any_string_is_read_without_error_and_every_span_lies_in_the_text() =>
        Gen.Int[0, _scraps.Length - 1].Select(i => _scraps[i]).Array[0, 60].Select(string.Concat).Sample(CheckSpans, iter: 3000);

    [Fact]
    public void Any_characters_at_all_are_read_without_error() => Gen.String.Sample(CheckSpans, iter: 2000);

    [Theory(Timeout = 300_000)]
    [InlineData("“Ilse Varga said ")]
    [InlineData("Ilse Varga said that she told ")]
    [InlineData("word and word, ")]
    [InlineData("\"a\" said he. \n")]
    [InlineData("according to ")]
    [InlineData("'s ' \" ")]
    [InlineData("( , – ")]
    [InlineData("Das ist der Pier, sagte die Frau, dem Bericht zufolge und laut Polizei, „nein“, ")]
    [InlineData("der Frau zufolge ")]
    [InlineData("und sagte der Mann: „Das ist nicht für die Stadt“ ")]
    public async Task A_megabyte_in_one_paragraph_is_read_and_does_not_hang(string scrap)
    {
        var text = Repeat(scrap, 1_000_000);

        var findings = await Task.Run(() => Read(text), TestContext.Current.CancellationToken);

        Assert.NotNull(findings);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_hundred_thousand_lines_are_read_and_do_not_hang()
    {
        var text = Repeat("“No,” Ilse Varga said.\n", 2_400_000);

        var findings = await Task.Run(() => Read(text), TestContext.Current.CancellationToken);

        Assert.NotEmpty(findings.Quotes);
    }

    [Fact]
    public void An_article_in_a_language_that_is_not_read_keeps_its_first_sentences_and_nothing_uncertain()
    {
        const string text = "Le port reste ouvert pendant tout l'été. « Nous ne fermons pas », a dit le 3 mai Ilse Varga pour la ville.";

        var findings = Read(text);

        Assert.Equal("fr", findings.Language);
        Assert.Equal((0, 0, 0), (findings.People.Count, findings.Quotes.Count, findings.Events.Count));
        Assert.Equal("Le port reste ouvert pendant tout l'été.", findings.Summary[0].In(text));
    }

    [Fact]
    public void Sentences_without_spaces_end_at_their_own_full_stops()
    {
        const string text = "港口整个夏天都开放。工人可以留下。";

        Assert.Equal(["港口整个夏天都开放。", "工人可以留下。"], Read(text).Summary.Select(span => span.In(text)));
    }

    [Fact]
    public void Reading_an_article_asks_for_little_memory_once_others_were_read()
    {
        const int mostBytesACharacter = 24; // measured: 18 on these short articles, 11 on longer ones
        var texts = SeedArticles.Of(RepositoryFile.Path("samples"));
        texts.ForEach(text => Read(text));

        var before = GC.GetAllocatedBytesForCurrentThread();
        texts.ForEach(text => Read(text));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < mostBytesACharacter * texts.Sum(text => text.Length), $"{(double)allocated / texts.Sum(text => text.Length):F1} bytes a character.");
    }

    private static string Repeat(string scrap, int length) =>
        new StringBuilder().Insert(0, scrap, length / scrap.Length).ToString();

    private static Findings Read(string text) =>
        Understanding.Read(new Article { Title = "", Text = text, Published = DateTimeOffset.UnixEpoch });

    private static void CheckSpans(string text)
    {
        foreach (var quote in Read(text).Quotes)
        {
            Assert.True(ReadQuotes.Lies(quote.Span, text));
            Assert.All(quote.Pieces, piece => Assert.True(quote.Span.Contains(piece)));
            Assert.All(quote.Verbatim, piece => Assert.True(quote.Span.Contains(piece) && piece.Length > 0));
            Assert.All(quote.Verbatim, piece => Assert.Contains(text[..piece.Start].TrimEnd('\0', ' ', '\n')[^1], Marks));
            Assert.True(quote.Kind == QuoteKind.Reported == (quote.Verbatim.Count == 0));
        }
    }
}
