using System.Collections.Frozen;
using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>
/// A language's phrases that say where words come from, in two lists beside its grammar of quotes: <c>OutletPhrases.txt</c>
/// ("interview with _") and <c>TranslationPhrases.txt</c> ("in _"), a phrase a line, with _ for the outlet or the language. A language
/// without a list says so in no way that is read.
/// </summary>
/// <param name="folder">Of the lists ("English.Quotes").</param>
internal sealed class OriginPhrases(string folder)
{
    private const string Gap = "_";
    private const int MostDeterminers = 3;

    private readonly Phrase[] _outlets = [.. Read(folder, "OutletPhrases")];

    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _translations = Read(folder, "TranslationPhrases")
        .GroupBy(phrase => phrase.Before[0], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(phrases => phrases.Key, phrases => phrases.ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the words around an outlet's name say that words were said to it, or printed there first.</summary>
    /// <param name="before">The token before the name and its article.</param>
    /// <param name="after">The token behind the name.</param>
    public bool NameOutlet(TextAnalysis text, Sentence sentence, int before, int after)
    {
        foreach (var phrase in _outlets)
        {
            if (Are(text, sentence, before - phrase.Before.Length + 1, phrase.Before) && Are(text, sentence, after, phrase.After))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One past the words that begin at a token and say that somebody translated; null for none.</summary>
    public int? EndOfTranslation(TextAnalysis text, Sentence sentence, int token)
    {
        foreach (var phrase in _translations.TryGetValue(text.Word(token), out var found) ? found : [])
        {
            var end = phrase.HasGap ? EndBehindLanguage(text, sentence, token, phrase) : EndBehindNoun(text, sentence, token, phrase);
            if (end is not null)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>in Spanish; not "in French politics"</summary>
    private static int? EndBehindLanguage(TextAnalysis text, Sentence sentence, int token, Phrase phrase)
    {
        var language = token + phrase.Before.Length;
        return Are(text, sentence, token, phrase.Before) && language < sentence.EndToken
            && text.Tokens[language].Is(WordClass.Languages) && text.IsCapitalised(language) && EndsPhrase(text, sentence, language + 1) ? language + 1 : null;
    }

    /// <summary>through an interpreter: articles may stand before the last word</summary>
    private static int? EndBehindNoun(TextAnalysis text, Sentence sentence, int token, Phrase phrase)
    {
        var noun = token + phrase.Before.Length - 1;
        var latest = noun + MostDeterminers;
        while (noun < Math.Min(latest, sentence.EndToken) && text.Tokens[noun].Is(WordClass.Determiners))
        {
            noun++;
        }

        return Are(text, sentence, token, phrase.Before.AsSpan(..^1)) && Are(text, sentence, noun, phrase.Before.AsSpan(^1..)) ? noun + 1 : null;
    }

    private static bool EndsPhrase(TextAnalysis text, Sentence sentence, int token) =>
        token >= sentence.EndToken || text.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Number)
        || text.Tokens[token].Is(WordClass.Prepositions | WordClass.BareTimes | WordClass.Subordinators | WordClass.Determiners | WordClass.Conjunctions);

    /// <summary>Whether the tokens from one on are these words, all within the sentence.</summary>
    private static bool Are(TextAnalysis text, Sentence sentence, int first, ReadOnlySpan<string> words)
    {
        if (words.Length > 0 && (first < sentence.FirstToken || first + words.Length > sentence.EndToken))
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!text.Is(first + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Phrase> Read(string folder, string name) =>
        WordLists.In(folder).Where(list => list.Name == name).SelectMany(list => list.Lines).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).Select(words =>
        {
            var gap = Array.IndexOf(words, Gap);
            return gap < 0 ? new Phrase(words, [], HasGap: false) : new Phrase(words[..gap], words[(gap + 1)..], HasGap: true);
        });

    private sealed record Phrase(string[] Before, string[] After, bool HasGap);
}
