using System.Buffers;
using System.Text;
using Bot.Digest.Articles;

namespace Bot.Digest.Language;

/// <summary>Cuts a paragraph into tokens in one forward pass. Quotation marks get their direction later, from <see cref="QuotationMarks"/>.</summary>
internal readonly struct Tokeniser(Lexicon lexicon)
{
    private static readonly SearchValues<char> _doubleMarks = SearchValues.Create("\"“”„‟«»＂");
    private static readonly SearchValues<char> _singleMarks = SearchValues.Create("'`’‘‚‛‹›");

    /// <summary>Adds the tokens of <paramref name="span"/> to <paramref name="tokens"/>.</summary>
    public void Append(string text, TextSpan span, List<Token> tokens)
    {
        var paragraph = text.AsSpan(0, span.End);
        for (var at = span.Start; at < span.End;)
        {
            if (char.IsWhiteSpace(paragraph[at]) || char.IsControl(paragraph[at]))
            {
                at++;
                continue;
            }

            var token = Next(paragraph, at, span.Start, tokens);
            tokens.Add(token);
            at = token.End;
        }
    }

    /// <summary>Whether a token is a double quotation mark of any shape.</summary>
    internal static bool IsDoubleMark(ReadOnlySpan<char> token) =>
        _doubleMarks.Contains(token[0]) || (token.Length == 2 && token[0] is '\'' or '`' or '’' or '‘');

    /// <summary>Whether a character is a single quotation mark of any shape; most of them are apostrophes too.</summary>
    internal static bool IsSingleMark(char c) => _singleMarks.Contains(c);

    private Token Next(ReadOnlySpan<char> text, int at, int start, List<Token> tokens)
    {
        var c = text[at];
        if (IsLetter(text, at))
        {
            return WordAt(text, at);
        }

        if (char.IsDigit(c))
        {
            return Of(text, at, NumberEnd(text, at), TokenKind.Number);
        }

        if (_doubleMarks.Contains(c) || IsDoubled(text, at))
        {
            return new Token(at, at + (_doubleMarks.Contains(c) ? 1 : 2), TokenKind.OpenQuote, WordClass.None);
        }

        if (IsSingleMark(c))
        {
            return Apostrophe(text, at, start, tokens);
        }

        if (char.IsSurrogate(c))
        {
            var pair = at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]);
            return new Token(at, at + (pair ? 2 : 1), TokenKind.Symbol, WordClass.None);
        }

        var end = at + 1;
        while (c is '-' or '.' && end < text.Length && text[end] == c)
        {
            end++;
        }

        return new Token(at, end, char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol, WordClass.None);
    }

    /// <summary>Two apostrophes or two accents are one double mark in plain-text wire copy.</summary>
    private static bool IsDoubled(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '`' or '’' or '‘' && at + 1 < text.Length && (text[at + 1] == text[at] || (text[at] == '‘' && text[at + 1] == '’'));

    /// <summary>An apostrophe or single mark outside a word: possessive, clipped word, or a mark to be paired.</summary>
    private Token Apostrophe(ReadOnlySpan<char> text, int at, int start, List<Token> tokens)
    {
        var afterWord = at > start && tokens.Count > 0 && tokens[^1].End == at && tokens[^1].Kind is TokenKind.Word or TokenKind.Number;
        if (afterWord && at + 1 < text.Length && text[at + 1] is 's' or 'S' && !IsLetterOrDigit(text, at + 2))
        {
            return new Token(at, at + 2, TokenKind.Possessive, WordClass.None);
        }

        if (!afterWord && IsLetterOrDigit(text, at + 1) && IsClipped(text, at))
        {
            return Of(text, at, char.IsDigit(text[at + 1]) ? NumberEnd(text, at + 1) : WordEnd(text, at + 1), TokenKind.Word);
        }

        return new Token(at, at + 1, TokenKind.OpenQuote, WordClass.None);
    }

    /// <summary>"'em", "'til", "’90s".</summary>
    private bool IsClipped(ReadOnlySpan<char> text, int at)
    {
        if (char.IsDigit(text[at + 1]))
        {
            var end = NumberEnd(text, at + 1);
            return end - at <= 4 && text[end - 1] == 's';
        }

        return (lexicon.ClassesOf(text[(at + 1)..WordEnd(text, at + 1)]) & WordClass.ClippedWords) != 0;
    }

    private Token WordAt(ReadOnlySpan<char> text, int at)
    {
        var end = WordEnd(text, at);
        if (end - at > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’'
            && (lexicon.ClassesOf(text[at..end]) & WordClass.Contractions) == 0)
        {
            end -= 2;
        }

        if (end < text.Length && text[end] == '.')
        {
            end = WithFullStops(text, at, end);
        }

        return Of(text, at, end, TokenKind.Word);
    }

    /// <summary>Letters and digits with single hyphens, apostrophes and ampersands between them.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var inner = text[at] is '-' or '\u2010' or '\u2011' or '\'' or '’' or '&' && IsLetterOrDigit(text, at + 1);
            if (!inner && !IsLetterOrDigit(text, at))
            {
                break;
            }

            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return at;
    }

    /// <summary>Takes in the full stops of "U.S.", "J.", "Oct." and of host names; leaves the one that ends a sentence.</summary>
    private int WithFullStops(ReadOnlySpan<char> text, int at, int end)
    {
        if (end - at == 1)
        {
            while (end + 1 < text.Length && text[end] == '.' && IsLetter(text, end + 1) && !IsLetterOrDigit(text, end + 2))
            {
                end += 2;
            }

            var dotted = end - at > 1 || char.IsUpper(text[at]);
            return dotted && end < text.Length && text[end] == '.' ? end + 1 : end;
        }

        var host = end;
        while (host + 1 < text.Length && text[host] == '.' && (char.IsLower(text[host + 1]) || IsDottedDegree(text, at, host)))
        {
            host = WordEnd(text, host + 1);
        }

        if (host > end)
        {
            return char.IsUpper(text[host - 1]) && host < text.Length && text[host] == '.' ? host + 1 : host;
        }

        return (lexicon.ClassesOf(text[at..end]) & (WordClass.Abbreviations | WordClass.LeadingAbbreviations)) != 0 ? end + 1 : end;
    }

    /// <summary>"Ph.D.", "Sc.D.".</summary>
    private static bool IsDottedDegree(ReadOnlySpan<char> text, int at, int end) =>
        end - at == 2 && end + 2 < text.Length && char.IsUpper(text[end + 1]) && text[end + 2] == '.';

    private static int NumberEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var inner = text[at] is ',' or '.' or ':' or '/' && at + 1 < text.Length && char.IsDigit(text[at + 1]);
            inner |= text[at] is '-' && IsLetterOrDigit(text, at + 1);
            if (!inner && !IsLetterOrDigit(text, at))
            {
                break;
            }

            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return at;
    }

    private Token Of(ReadOnlySpan<char> text, int start, int end, TokenKind kind)
    {
        var word = text[start..end];
        return new Token(start, end, kind, lexicon.ClassesOf(word.Length > 1 && word[^1] == '.' ? word[..^1] : word));
    }

    private static bool IsLetter(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        return char.IsLetter(text[at])
            || (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) && Rune.IsLetter(new Rune(text[at], text[at + 1])));
    }

    private static bool IsLetterOrDigit(ReadOnlySpan<char> text, int at) =>
        IsLetter(text, at) || (at < text.Length && (char.IsDigit(text[at]) || IsMark(text[at])));

    /// <summary>Combining marks: the vowel signs of Devanagari or Arabic belong to the word.</summary>
    private static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
