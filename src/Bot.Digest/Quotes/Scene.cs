using System.Buffers;
using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>A text with its people, and for each token the quotation and the name it lies in: what the stages of reading quotes look at.</summary>
internal sealed class Scene : IDisposable
{
    private readonly int[] _runOf;
    private readonly int[] _mentionOf;

    public Scene(TextAnalysis text, PeopleInText people)
    {
        Text = text;
        People = people;
        _runOf = Rent(text.Tokens.Length);
        _mentionOf = Rent(text.Tokens.Length);
        for (var i = 0; i < text.QuotedRuns.Count; i++)
        {
            var run = text.QuotedRuns[i];
            if (run.Depth == 0)
            {
                _runOf.AsSpan(run.Open, run.Close - run.Open + (run.Closed ? 1 : 0)).Fill(i);
            }
        }

        for (var i = 0; i < people.Names.Count; i++)
        {
            _mentionOf.AsSpan(people.Names[i].TitleToken, people.Names[i].EndToken - people.Names[i].TitleToken).Fill(i);
        }
    }

    public TextAnalysis Text { get; }

    public PeopleInText People { get; }

    public ReadOnlySpan<Token> Tokens => Text.Tokens;

    /// <summary>Index of the outermost quotation that holds a token, its marks included; -1 outside.</summary>
    public int RunOf(int token) => _runOf[token];

    public bool IsQuoted(int token) => _runOf[token] >= 0;

    /// <summary>
    /// Whether it is known where the words of a quotation end: its own paragraph tells, or the next paragraph opens one anew, as papers do where
    /// somebody speaks on. Otherwise the outlet's own words may stand behind a forgotten mark.
    /// </summary>
    public bool HasKnownEnd(int run)
    {
        var next = Text.QuotedRuns[run].Paragraph + 1;
        return Text.QuotedRuns[run].EndIsKnown
            || (next < Text.Paragraphs.Count && Text.Paragraphs[next] is var paragraph && paragraph.FirstToken < paragraph.EndToken
                && Tokens[paragraph.FirstToken].Kind == TokenKind.OpenQuote);
    }

    /// <summary>The tokens of a marked run, marks included.</summary>
    public TokenRange RunRange(int run)
    {
        var found = Text.QuotedRuns[run];
        return new TokenRange(found.Open, found.Closed ? found.Close + 1 : found.Close);
    }

    /// <summary>Words and numbers in a range.</summary>
    public int WordCount(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether marked words begin or go on in a range.</summary>
    public bool HasMarks(int first, int end)
    {
        while (first < end && !IsQuoted(first))
        {
            first++;
        }

        return first < end;
    }

    /// <summary>Index of the name that holds a token; -1 for none.</summary>
    public int MentionOf(int token) => _mentionOf[token];

    /// <summary>The name of a person that holds a token.</summary>
    public NameMention? PersonAt(int token) =>
        token >= 0 && token < Tokens.Length && _mentionOf[token] >= 0 && People.Names[_mentionOf[token]] is { Person: >= 0 } mention ? mention : null;

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_runOf);
        ArrayPool<int>.Shared.Return(_mentionOf);
    }

    private static int[] Rent(int length)
    {
        var array = ArrayPool<int>.Shared.Rent(length);
        array.AsSpan(0, length).Fill(-1);
        return array;
    }
}
