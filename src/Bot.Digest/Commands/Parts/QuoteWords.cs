using System.Buffers;
using System.Text;
using Bot.Digest.Articles;
using Bot.Digest.Chat;
using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Digest.Commands.Parts;

/// <summary>The words of a quote: in typographic marks only what the outlet printed in marks, letter for letter.</summary>
internal static class QuoteWords
{
    private const string Omission = " … ";

    /// <summary>Words that follow asking or promising, not saying.</summary>
    private static readonly string[] _notAfterSaid = ["to", "whether", "if", "not"];

    /// <summary>What stands between a cue and its clause is left out above this: the clause is what one reads for.</summary>
    private const int LongestAfterCue = 40;

    /// <summary>Marks and breaks after which the cue no longer reads on into the clause.</summary>
    private static readonly SearchValues<char> _notInLead = SearchValues.Create(['\n', '\r', .. "\"“”„‟«»＂‘’'`,;()[]—–"]);

    public static string Of(QuoteHit quote) =>
        quote.Kind == QuoteKind.Direct && quote.Verbatim.Count > 0 ? Verbatim(quote) : Clause(quote);

    /// <summary>The pieces between marks; what stands between them in the article is left out and the gap shown.</summary>
    private static string Verbatim(QuoteHit quote)
    {
        var words = new StringBuilder();
        for (var index = 0; index < quote.Verbatim.Count; index++)
        {
            if (index > 0)
            {
                words.Append(Between(quote, quote.Verbatim[index - 1], quote.Verbatim[index]));
            }

            var piece = quote.Verbatim[index].In(quote.Text);
            words.Append('“').Append(Printed(index == quote.Verbatim.Count - 1 ? WithoutLastComma(piece) : piece)).Append('”');
        }

        return words.ToString();
    }

    /// <summary>The outlet's own clause, with marks around the verbatim pieces and nowhere else.</summary>
    private static string Clause(QuoteHit quote)
    {
        var words = new StringBuilder();
        for (var index = 0; index < quote.Pieces.Count; index++)
        {
            if (index > 0)
            {
                words.Append(Between(quote, quote.Pieces[index - 1], quote.Pieces[index]));
            }

            AppendPiece(words, quote, quote.Pieces[index]);
        }

        var clause = words.ToString().Trim();
        return Lead(quote) is { } lead ? lead + clause : Introduced(clause);
    }

    private static void AppendPiece(StringBuilder words, QuoteHit quote, TextSpan piece)
    {
        var at = piece.Start;
        foreach (var verbatim in quote.Verbatim.Where(verbatim => verbatim.Overlaps(piece)))
        {
            var (start, end) = (Math.Max(verbatim.Start, piece.Start), Math.Min(verbatim.End, piece.End));
            words.Append(Unmarked(WithoutSingleMarks(quote.Text[at..start])))
                .Append('“').Append(Printed(IsLast(quote, end) ? WithoutLastComma(quote.Text[start..end]) : quote.Text[start..end])).Append('”');
            at = end + ClosingLength(quote.Text.AsSpan(end..piece.End));
        }

        words.Append(Unmarked(quote.Text[at..piece.End]));
    }

    /// <summary>Whether nothing but closing marks follows in the quote.</summary>
    private static bool IsLast(QuoteHit quote, int end) => !quote.Text.AsSpan(end).ContainsAnyLetter();

    /// <summary>
    /// The comma that leads on to "she said" is the outlet's: where the words end it is left out, so that they do not look cut. Every word
    /// and every other mark stays as printed.
    /// </summary>
    private static string WithoutLastComma(string words) => words.Length > 1 && words[^1] == ',' ? words[..^1] : words;

    /// <summary>What stands before a piece, without the single marks that open it in print.</summary>
    private static string WithoutSingleMarks(string before)
    {
        var end = before.Length;
        while (end > 0 && Tokeniser.IsSingleMark(before[end - 1]))
        {
            end--;
        }

        return before[..end];
    }

    /// <summary>Length of the single mark that closes a piece in print, or of two that stand for a double one.</summary>
    private static int ClosingLength(ReadOnlySpan<char> after) =>
        after.Length == 0 || !Tokeniser.IsSingleMark(after[0]) ? 0
        : after.Length > 1 && Tokeniser.IsDoubleMark(after[..2]) && after[1] == after[0] ? 2
        : 1;

    private static string Between(QuoteHit quote, TextSpan before, TextSpan after) =>
        before.End < after.Start && quote.Text.AsSpan(before.End, after.Start - before.End).ContainsAnyLetter() ? Omission : " ";

    /// <summary>A quote over several paragraphs stands on one line.</summary>
    private static string Printed(string words) => words.ReplaceLineEndings(" ");

    private static string Unmarked(string words) =>
        Printed(string.Concat(words.Where(letter => !Tokeniser.IsDoubleMark([letter]))));

    /// <summary>
    /// The outlet's own verb before the clause it governs: a denial shown as "Said …" would turn the words into their contrary.
    /// With it stands what is printed up to the clause ("Told the council ", "Sagte, ") where that is short and holds no marked words.
    /// </summary>
    private static string? Lead(QuoteHit quote)
    {
        if (quote is not { Cue: { Length: > 0 } cue, AfterCue: { } after } || cue.StartsWith("according", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isShort = after.Length <= LongestAfterCue && !after.AsSpan().TrimEnd(", ").ContainsAny(_notInLead);
        return Capitals.First(Printed(cue)) + (isShort ? after : Omission);
    }

    /// <summary>A clause that was cut out of its sentence reads as one again: "Said that …".</summary>
    private static string Introduced(string clause) =>
        !Capitals.IsLower(clause) ? clause
        : _notAfterSaid.Any(word => clause.StartsWith(word, StringComparison.Ordinal) && clause.AsSpan(word.Length).StartsWith(" ")) ? Capitals.First(clause)
        : Words.SaidClause(clause);

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return true;
            }
        }

        return false;
    }
}
