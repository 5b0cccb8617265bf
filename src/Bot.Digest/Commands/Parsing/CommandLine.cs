using System.Text;
using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parsing;

/// <summary>One argument as typed.</summary>
/// <param name="Option">What stood before the colon, null for a plain word.</param>
/// <param name="Value">The word without its quotation marks.</param>
/// <param name="Quoted">True when it stood in quotation marks: spaces belong to it, and a colon in it is no option's.</param>
internal readonly record struct Token(string? Option, string Value, bool Quoted);

/// <summary>A typed line taken apart, not yet compared with what the command takes.</summary>
/// <param name="Name">Without the slash; the whole line where it begins with none, and empty where it cannot be read otherwise.</param>
internal sealed record CommandLine(string Name, IReadOnlyList<Token> Tokens, RichText? Problem = null)
{
    /// <summary>Longest line that is read, in UTF-16 code units: the longest message any platform sends.</summary>
    public const int Longest = 4096;

    private static CommandLine Unreadable(RichText problem) => new(string.Empty, [], problem);

    /// <summary>Never throws; what cannot be a command says why in <see cref="Problem"/>.</summary>
    public static CommandLine Read(string typed)
    {
        if (typed.Length > Longest)
        {
            return Unreadable(Words.LineTooLong(Longest));
        }

        var line = Clean(typed);
        if (line.Length == 0 || line == "/")
        {
            return Unreadable(Words.NothingTyped);
        }

        if (line[0] != '/')
        {
            return new CommandLine(line, [], Words.NoSlash(CommandText.Quote(line)));
        }

        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var name = end < 0 ? line[1..] : line[1..end];
        // Telegram appends the bot's own name in groups: "/who@DigestBot".
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return new CommandLine(at > 0 ? name[..at] : name, end < 0 ? [] : Split(line[end..]));
    }

    /// <summary>
    /// Composed letters, white space and control characters as single spaces, half surrogate pairs replaced, and no direction controls:
    /// an echo of them would turn around the text behind it.
    /// </summary>
    private static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (IsDirection(rune))
            {
                continue;
            }

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Embeddings, overrides and isolates (unicode.org/reports/tr9); the letters of a script carry their direction themselves.</summary>
    private static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var option = OptionAt(text, at);
            at += option is null ? 0 : option.Length + 1;
            var isQuoted = at < text.Length && QuotationMarks.IsOpening(text[at]);
            var (value, end) = isQuoted ? QuotationMarks.Read(text, at) : Word(text, at);
            if (option is not null || value.Length > 0)
            {
                tokens.Add(new Token(option, value, isQuoted));
            }

            at = end;
        }

        return tokens;
    }

    private static (string Value, int End) Word(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        var end = space < 0 ? text.Length : space;
        return (text[at..end], end);
    }

    /// <summary>Letters and a colon; "https://…" and "feed:…" are addresses and "12:30" a time, not an option.</summary>
    private static string? OptionAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > at && end < text.Length && text[end] == ':' && !text.AsSpan(end).StartsWith("://") && !text.AsSpan(at..end).Equals("feed", StringComparison.OrdinalIgnoreCase)
            ? text[at..end]
            : null;
    }
}
