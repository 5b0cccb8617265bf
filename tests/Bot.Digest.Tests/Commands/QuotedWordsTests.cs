using Bot.Digest.Articles;
using Bot.Digest.Chat;
using Bot.Digest.Quotes;
using CsCheck;

namespace Bot.Digest.Tests.Commands;

/// <summary>The first promise: what a reply shows in typographic marks is printed so.</summary>
public sealed class QuotedWordsTests
{
    [Theory]
    [InlineData(QuoteKind.Direct, "[\"{We go,}\"] he said, [\"{but not far.}\"]", "“We go,” … “but not far.”")]
    [InlineData(QuoteKind.Direct, "[\"{We go,}\"]", "“We go”")]
    [InlineData(QuoteKind.Mixed, "[the pier was \"{a friend,}\"]", "Said the pier was “a friend”")]
    [InlineData(QuoteKind.Direct, "[\"{First day.}]\n[\"{Second day.}\"]", "“First day.” “Second day.”")]
    [InlineData(QuoteKind.Direct, "[«{Ничего ''нового''.}»]", "“Ничего ''нового''.”")]
    [InlineData(QuoteKind.Mixed, "[the pier was \"{a friend}\"], he said, [not \"{a wall}\"]", "Said the pier was “a friend” … not “a wall”")]
    [InlineData(QuoteKind.Mixed, "[the pier was ‘{a friend}’, not ‘a wall’]", "Said the pier was “a friend”, not ‘a wall’")]
    [InlineData(QuoteKind.Mixed, "[the pier was ''{a friend}'' and no wall]", "Said the pier was “a friend” and no wall")]
    [InlineData(QuoteKind.Reported, "[the ＂old‟ pier would stay]", "Said the old pier would stay (reported, no exact words)")]
    [InlineData(QuoteKind.Mixed, "[a \"so-called\" friend was \"{lost}\"]", "Said a so-called friend was “lost”")]
    [InlineData(QuoteKind.Reported, "[to keep the pier]", "To keep the pier (reported, no exact words)")]
    [InlineData(QuoteKind.Reported, "[that the \"old\" pier would stay]", "Said that the old pier would stay (reported, no exact words)")]
    public async Task Only_what_was_printed_in_marks_is_shown_in_marks(QuoteKind kind, string text, string shown)
    {
        Assert.Equal(shown, await ShownAsync(kind, text));
    }

    [Theory]
    [InlineData("denied", " ", "that the pier had sunk", "Denied that the pier had sunk (reported, no exact words)")]
    [InlineData("Denies", " ", "Norrmark owns the pier", "Denies Norrmark owns the pier (reported, no exact words)")]
    [InlineData("asked", " ", "whether the pier would stay", "Asked whether the pier would stay (reported, no exact words)")]
    [InlineData("urged", " the town council ", "to keep the pier", "Urged the town council to keep the pier (reported, no exact words)")]
    [InlineData("denied", " in a letter, sent after the storm, ", "that the pier had sunk", "Denied … that the pier had sunk (reported, no exact words)")]
    [InlineData("denied", " on “Harbour Hour” ", "that the pier had sunk", "Denied … that the pier had sunk (reported, no exact words)")]
    [InlineData("erklärte", ", ", "man habe gewartet", "Erklärte, man habe gewartet (reported, no exact words)")]
    [InlineData("warnte", " davor, ", "dass der Pier sinkt", "Warnte davor, dass der Pier sinkt (reported, no exact words)")]
    [InlineData("According to", " the harbour master, ", "the pier had sunk", "Said the pier had sunk (reported, no exact words)")]
    [InlineData("denied", null, "that the pier had sunk", "Said that the pier had sunk (reported, no exact words)")]
    public async Task A_reported_clause_begins_with_the_verb_that_was_printed_before_it(string cue, string? after, string clause, string shown)
    {
        Assert.Equal(shown, await ShownAsync(QuoteKind.Reported, $"[{clause}]", cue, after));
    }

    [Fact]
    public async Task Marked_words_keep_the_verb_before_their_clause() =>
        Assert.Equal("Called the notice “a bad joke”", await ShownAsync(QuoteKind.Mixed, "[the notice \"{a bad joke}\"]", "called", " "));

    [Fact]
    public async Task Whatever_stands_in_marks_is_a_verbatim_piece()
    {
        var part = Gen.Char["ab \"“”'‘’.\n"].Array[0, 8].Select(letters => new string(letters));
        await Gen.Select(Gen.Int[0, 2], part, part, part, part, part).SampleAsync(async (kind, a, b, c, d, e) =>
        {
            var shown = await ShownAsync((QuoteKind)kind, $"[x{a}{{v{b}}}{c}]{d}[{{w{e}}}]");
            var pieces = new[] { "v" + b, "w" + e }.Select(piece => $"“{piece.Replace('\n', ' ')}”");
            var rest = pieces.Aggregate(shown, (left, piece) => left.Replace(piece, "", StringComparison.Ordinal));

            return kind == 2 ? !shown.Contains('“') : !rest.Contains('“') && !rest.Contains('”');
        });
    }

    /// <summary>Brackets are pieces, braces verbatim words.</summary>
    private static async Task<string> ShownAsync(QuoteKind kind, string marked, string? cue = null, string? afterCue = null)
    {
        var (text, pieces, verbatim) = (string.Empty, new List<TextSpan>(), new List<TextSpan>());
        var (piece, words) = (0, 0);
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case '[': piece = text.Length; break;
                case ']': pieces.Add(new TextSpan(piece, text.Length)); break;
                case '{': words = text.Length; break;
                case '}': verbatim.Add(new TextSpan(words, text.Length)); break;
                default: text += letter; break;
            }
        }

        var archive = Newsroom.Archive();
        var quote = archive.Said[0] with { Kind = kind, Text = text, Paragraph = text, Pieces = pieces, Verbatim = kind == QuoteKind.Reported ? [] : verbatim, Cue = cue, AfterCue = afterCue };
        archive.Said.Clear();
        archive.Said.Add(quote);
        var reply = await new Asking(EveryCommand.Over(archive)).AskAsync("/who odile-marchand");
        return Assert.Single(reply.Blocks.OfType<Quotation>()).Words.ToString();
    }
}
