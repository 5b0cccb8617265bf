using System.Buffers;
using System.Net;
using Bot.Digest.Reading.Dates;

namespace Bot.Digest.Reading.Pages;

/// <summary>Names in what a page states or shows as its author.</summary>
internal static class Byline
{
    private const int LongestName = 100;

    /// <summary>What is longer lists no names; taking words off its front one by one would take long.</summary>
    private const int LongestText = 2_000;
    private const int MostWords = 14;

    private static readonly string[] Prefixes =
    [
        "by ", "by:", "von ", "von:", "par ", "por ", "di ", "door ", "av ", "af ", "autor:", "autorin:", "auteur:", "autore:", "autor ", "autorin ", "author:", "authors:", "author ", "text:", "text ", "written by ", "posted by ",
        "published by ", "reported by ", "story by ", "geschrieben von ", "veröffentlicht von ", "verfasst von ", "ein artikel von ", "eine analyse von ", "ein kommentar von ", "ein gastbeitrag von ", "escrito por ",
        "publicado por ", "words by ", "scritto da ", "da ", "medewerker ", "aus ", "interview:", "interview von ", "erstellt von ", "pressemitteilung von ", "ein beitrag von ", "bericht von ", "redaktion:",
    ];

    private static readonly string[] Ends = [" | ", " · ", " • ", " – ", " — ", " am ", " on ", " in ", " @ ", "\n", " // ", " für ", " posted ", " published ", " veröffentlicht ", " um ", " min ", ", dpa", "/dpa", ", afp", ", ap", ", reuters", ", apa", " illustration", " foto", " fotografie", " bilder ", " photo", " (", " profil"];

    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
        { "by", "von", "par", "ein interview von", "interview von", "text von", "ein beitrag von", "ein gastbeitrag von", "ein kommentar von", "eine analyse von", "ein bericht von", "reported by", "report by", "words by", "analysis by", "opinion by", "story and photos by", "eingestellt von", "erstellt von", "publicado por", "publié par", "écrit par", "scritto da", "por", "di", "text", "autor", "autorin", "author", "written by", "ein artikel von", "posted by", "geschrieben von", "verfasst von", "story by", "escrito por" };

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "name", "author", "autor", "wordpressadmin", "root", "webmaster", "user", "guest", "gast", "editor", "unknown", "anonymous", "anonym", "no author", "by", "von",
        "posted", "published", "veröffentlicht", "stand", "follow", "folgen", "about the author", "über den autor", "view all posts", "kommentare", "comments", "share", "home", "sponsored",
    };

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("@<>{}[]=_#?!\"“”");

    /// <summary>One or more names, null where the text is none.</summary>
    public static string? Name(string? text)
    {
        if (text is null or { Length: > LongestText })
        {
            return null;
        }

        var name = CleanText.Line(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
        name = Bare(name);
        return name.Length is < 2 or > LongestName || NoNames.Contains(name) || name.AsSpan().ContainsAny(NotInNames)
            || name.Contains("://", StringComparison.Ordinal) || name.Any(char.IsAsciiDigit) || name.Count(c => c == ' ') >= MostWords ? null : name;
    }

    /// <summary>The name in a byline as shown: what follows it (date, section, reading time) is cut off, and a person's name begins with a capital.</summary>
    public static string? Shown(string text, bool isPerson = true)
    {
        var line = Bare(CleanText.Line(text));
        foreach (var end in Ends)
        {
            var at = line.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            line = at > 1 ? line[..at] : line;
        }

        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        line = digit > 1 ? line[..digit] : line;
        return Name(line.Trim(' ', ',', '.', ':', '-')) is { } name && (!isPerson || char.IsUpper(name[0])) ? name : null;
    }

    /// <summary>True for "by" in a text of its own, with the name in the next one.</summary>
    public static bool IsLabel(string text) => Labels.Contains(text.Trim(' ', ':', '|', '-', '\u00A0', '\n', '\t', '\r'));

    /// <summary>"By Anna Holm": a short line that says by whom, anywhere on the page.</summary>
    /// <param name="isLabelled">The text before it was a label.</param>
    public static string? Introduced(string text, bool isLabelled)
    {
        var line = AfterDate(CleanText.Line(text).TrimStart('-', '–', '|', '·', ' '));
        if (isLabelled)
        {
            return Shown(line) is { } labelled && IsPersonal(labelled) ? labelled : null;
        }

        foreach (var prefix in (ReadOnlySpan<string>)["By ", "Von ", "Par ", "Por ", "VON ", "BY ", "Autor: ", "Text: ", "Author: ", "Autorin: ", "Redaktion: ", "Posted by ", "Written by ", "Eingestellt von ", "Verfasst von ", "Geschrieben von ", "Veröffentlicht von ", "Text von ", "Publicado por ", "Escrito por ", "Publié par ", "Écrit par ", "Scritto da "])
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal) && Shown(line) is { } name && IsPersonal(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>"Posted on 3 May 2026 by Ida Holm", "03.05.2026 13:30 von Ida Holm": the byline follows the day.</summary>
    private static string AfterDate(string line)
    {
        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        foreach (var word in (ReadOnlySpan<string>)[" by ", " von ", " por ", " par "])
        {
            var at = line.IndexOf(word, StringComparison.Ordinal);
            if (digit >= 0 && at > digit && StatedDate.Parse(line[..at], "und") is not null)
            {
                return string.Concat(word.AsSpan(1, 1).ToString().ToUpperInvariant(), line.AsSpan(at + 2));
            }
        }

        return line;
    }

    /// <summary>Two to eight words that begin with a capital, but for the small words between names.</summary>
    private static bool IsPersonal(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 8 && words.All(word => char.IsUpper(word[0]) || word is "and" or "und" or "y" or "et" or "e" or "&" or "von" or "van" or "de" or "der" or "da" or "la" or "del");
    }

    private static string Bare(string name)
    {
        name = name.Trim(' ', ',', '|', '·', '-', '–', ':', ';', '/');
        for (var i = 0; i < Prefixes.Length; i++)
        {
            if (name.StartsWith(Prefixes[i], StringComparison.OrdinalIgnoreCase))
            {
                name = name[Prefixes[i].Length..].Trim(' ', ':', ',');
                i = -1;
            }
        }

        return name;
    }
}
