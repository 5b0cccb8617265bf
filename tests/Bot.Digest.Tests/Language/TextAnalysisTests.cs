using Bot.Digest.Language;
using CsCheck;

namespace Bot.Digest.Tests.Language;

public sealed class TextAnalysisTests
{
    [Theory]
    [InlineData("The U.S. envoy met Min-bok O'Neill on Oct. 24.", "The|U.S.|envoy|met|Min-bok|O'Neill|on|Oct.|24|.")]
    [InlineData("It cost 12,000 on 2024-10-24 at 18:30.", "It|cost|12,000|on|2024-10-24|at|18:30|.")]
    [InlineData("A 10-year-old paid $3.5m, the 21st time.", "A|10-year-old|paid|$|3.5m|,|the|21st|time|.")]
    [InlineData("Varga's dog and the workers' hut", "Varga|'s|dog|and|the|workers|'|hut")]
    [InlineData("He's sure that it’s Feld’s.", "He's|sure|that|it’s|Feld|’s|.")]
    [InlineData("''Go,'' he said -- and left...", "''|Go|,|''|he|said|--|and|left|...")]
    [InlineData("See news.example.org or AT&T, Ph.D. J. Feld", "See|news.example.org|or|AT&T|,|Ph.D.|J.|Feld")]
    [InlineData("rock 'n roll in the '90s", "rock|'n|roll|in|the|'90s")]
    public void A_text_is_cut_into_the_tokens_a_reader_sees(string text, string expected)
    {
        var analysis = TextAnalysis.Of(text);

        var words = new List<string>();
        for (var i = 0; i < analysis.Tokens.Length; i++)
        {
            words.Add(analysis.Word(i).ToString());
        }

        Assert.Equal(expected, string.Join('|', words));
    }

    [Theory]
    [InlineData("One ends. Two begins.", 2)]
    [InlineData("Sen. Park met Mr. Lind on Oct. 4 in St. Varn.", 1)]
    [InlineData("They left the U.S. The rest stayed.", 2)]
    [InlineData("It rose 3.5 percent to 12.25 points.", 1)]
    [InlineData("“We go. We stay,” Varga said. Then rain fell.", 2)]
    [InlineData("“Who knows?” Feld asked. Nobody did.", 2)]
    [InlineData("“We go.” The hall was silent.", 2)]
    [InlineData("J. K. Feld wrote it. He died.", 2)]
    public void Sentences_end_at_full_stops_but_not_after_abbreviations_or_inside_marks(string text, int expected) =>
        Assert.Equal(expected, TextAnalysis.Of(text).Sentences.Count);

    [Theory]
    [InlineData("„Wir gehen.“ Varga erklärte, der Pier sei zu.", 2)]
    [InlineData("„Wer weiß?“ Varga fragte, was nun komme.", 2)]
    [InlineData("„Wer weiß?“ fragte Varga.", 1)]
    [InlineData("„Wir gehen.“ sagte Varga.", 1)]
    public void Behind_german_marks_a_capital_begins_a_sentence(string text, int expected) =>
        Assert.Equal(expected, TextAnalysis.Of(text, "de").Sentences.Count);

    [Theory]
    [InlineData("LIND (Coast Wire) - Two mills closed. Rain fell.", "Two mills closed.")]
    [InlineData("LIND — Two mills closed.", "Two mills closed.")]
    [InlineData("LIND—Two mills closed.", "Two mills closed.")]
    [InlineData("ST. VARN, Norrmark, Oct. 24 (Coast Wire/Post) – “Two mills closed,” he said.", "“Two mills closed,” he said.")]
    [InlineData("PORT DE VARN, 24 October -- Two mills closed.", "Two mills closed.")]
    [InlineData("(Coast Wire) -- Two mills closed.", "Two mills closed.")]
    [InlineData("Paris (Coast Wire) - Two mills closed.", "Two mills closed.")]
    [InlineData("By Ana Krol\nLIND - 300 people left.", "300 people left.")]
    public void A_dateline_is_no_part_of_the_first_sentence(string text, string expected) =>
        Assert.Contains(expected, TextAnalysis.Of(text).Sentences.Select(sentence => sentence.Span.In(text)));

    [Theory]
    [InlineData("NATO — which met in Lind — agreed.")]
    [InlineData("Ilse Varga (Norrmark Left) - The mayor of Lind.")]
    [InlineData("Lind — Two mills closed.")]
    [InlineData("TWO-THIRDS of the mills closed - And then the rain came.")]
    [InlineData("LIND (Coast Wire) -")]
    public void A_sentence_that_holds_a_dash_and_no_dateline_stays_whole(string text) =>
        Assert.Equal(text, Assert.Single(TextAnalysis.Of(text).Sentences).Span.In(text));

    [Theory]
    [InlineData("\"Go,\" he said.", "Go,")]
    [InlineData("''Go,'' he said.", "Go,")]
    [InlineData("“It's ‘fine’ here,” he said.", "It's ‘fine’ here,|fine")]
    [InlineData("He said: 'The workers' hut isn't ours.'", "The workers' hut isn't ours.")]
    [InlineData("«Go,» he said, „stay“.", "Go,|stay")]
    [InlineData("The workers' hut, the Felds' boat.", "")]
    [InlineData("\"Never closed, he said.", "Never closed")]
    public void Quotation_marks_find_their_partners(string text, string expected)
    {
        var analysis = TextAnalysis.Of(text);

        var inner = analysis.QuotedRuns.Select(run => analysis.SpanOf(run.Open + 1, run.Close).In(text));

        Assert.Equal(expected, string.Join('|', inner));
    }

    [Fact]
    public void Any_string_is_cut_without_error_into_tokens_that_cover_it_in_order() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\"'“”‘’«».!? \n\r-Aa1\0\ud83d\ude00"]), 0, 200].Sample(text =>
        {
            var analysis = TextAnalysis.Of(text);

            var end = 0;
            foreach (var token in analysis.Tokens)
            {
                Assert.InRange(token.Start, end, text.Length);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                end = token.End;
            }

            var datelines = analysis.Paragraphs.Where(paragraph => paragraph.FirstSentence < paragraph.EndSentence)
                .Sum(paragraph => analysis.Sentences[paragraph.FirstSentence].FirstToken - paragraph.FirstToken);
            Assert.Equal(analysis.Tokens.Length, datelines + analysis.Sentences.Sum(sentence => sentence.EndToken - sentence.FirstToken));
        });
}
