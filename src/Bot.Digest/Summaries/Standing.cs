using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>
/// Whether a sentence can be told by itself, among sentences of other articles: it says whom it means and cuts no quotation.
/// Stricter than a summary of one article, where the sentence before may come along.
/// </summary>
internal sealed class Standing(TextAnalysis analysis)
{
    /// <summary>Words that may come before a pronoun without telling whom it means ("On Monday", "When asked,").</summary>
    private const WordClass Empty = WordClass.FunctionWords | WordClass.Subordinators | WordClass.Prepositions | WordClass.Adverbs
        | WordClass.Auxiliaries | WordClass.Modals | WordClass.Determiners | WordClass.CalendarWords | WordClass.BareTimes
        | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.TellingVerbs;

    /// <summary>For each token the end of the outermost quotation that it lies in, 0 outside.</summary>
    private readonly int[] _quotedUntil = QuotedUntil(analysis);

    /// <summary>Whether nothing in the sentence points out of it.</summary>
    public bool Alone(int sentence)
    {
        var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
        return !analysis.Tokens[first].Is(WordClass.LeaningWords) && !IsOpenEnded(first, end) && !CutsQuotation(first, end) && !BeginsWithSomebodyUnknown(first, end);
    }

    /// <summary>A question, a teaser ("the fish that …") or half a bracket: the answer stands elsewhere.</summary>
    private bool IsOpenEnded(int first, int end)
    {
        var depth = 0;
        for (var token = first; token < end; token++)
        {
            depth += analysis.Text[analysis.Tokens[token].Start] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
        }

        var last = analysis.Word(end - 1);
        return depth != 0 || last is "?" or "…" || last.StartsWith("..", StringComparison.Ordinal);
    }

    /// <summary>Words of which the marks, or one of the two, stand in another sentence.</summary>
    private bool CutsQuotation(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            var kind = analysis.Tokens[token].Kind;
            if (_quotedUntil[token] >= end || (kind == TokenKind.CloseQuote && _quotedUntil[token] == 0))
            {
                return true;
            }

            if (_quotedUntil[token] > 0 && token == first && kind != TokenKind.OpenQuote)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"On Monday she resigned", “Never,” he said: outside quotation marks a pronoun comes before any word that says whom it means.</summary>
    private bool BeginsWithSomebodyUnknown(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            var word = analysis.Tokens[token];
            if (_quotedUntil[token] > 0)
            {
                token = Math.Min(_quotedUntil[token], end - 1);
            }
            else if (word.Is(WordClass.SubjectPronouns))
            {
                return true;
            }
            else if (word.Kind == TokenKind.Word && !word.Is(Empty))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] QuotedUntil(TextAnalysis analysis)
    {
        var until = new int[analysis.Tokens.Length];
        foreach (var run in analysis.QuotedRuns.Where(run => run.Depth == 0))
        {
            until.AsSpan(run.Open, run.Close - run.Open + (run.Closed ? 1 : 0)).Fill(run.Close);
        }

        return until;
    }
}
