using Bot.Digest.Articles;

namespace Bot.Host.Storage;

/// <summary>
/// Words as somebody typed them: single words, "exact phrases" and beginnings (word*). Knows how to ask a word index for them and where they
/// stand in a text, both with the same reading of words: runs of letters and digits, case and accents ignored.
/// </summary>
public sealed class SearchWords
{
    // More would only slow the index down; nobody types them.
    private const int MostTerms = 24;

    private readonly List<Term> _terms = [];

    private SearchWords()
    {
    }

    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Each single word that is asked for, folded, in the order typed; those of phrases too.</summary>
    public IReadOnlyList<string> Words => [.. _terms.SelectMany(term => term.Words)];

    /// <summary>Each term as a question of its own.</summary>
    public IEnumerable<WordQuery> Terms => _terms.Select(term => term.ToQuery());

    /// <summary>All terms must be there; a quoted run is one term.</summary>
    public static SearchWords Parse(string typed)
    {
        var search = new SearchWords();
        var parts = typed.Split('"', '“', '”', '„');
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stands between quotation marks; an unclosed mark is passed over.
            var isQuoted = i % 2 == 1 && i < parts.Length - 1;
            foreach (var run in isQuoted ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                search.Add(run, canContinue: !isQuoted && run.EndsWith('*'));
            }
        }

        return search;
    }

    /// <summary>The whole of what was typed as one phrase.</summary>
    public static SearchWords Phrase(string typed)
    {
        var search = new SearchWords();
        search.Add(typed, canContinue: false);
        return search;
    }

    /// <summary>All the terms, as a question; null when there are none.</summary>
    public WordQuery? ToQuery() => _terms.Count == 0 ? null : new WordQuery.All([.. _terms.Select(term => term.ToQuery())]);

    /// <summary>Where the terms stand in <paramref name="text"/>, in order, not overlapping.</summary>
    public IReadOnlyList<TextSpan> FindIn(string text)
    {
        var found = new List<TextSpan>();
        var words = TextWords.Of(text);
        for (var at = 0; at < words.Count; at++)
        {
            var longest = _terms.Select(term => term.LengthAt(words, at)).DefaultIfEmpty().Max();
            if (longest > 0)
            {
                found.Add(new TextSpan(words[at].Start, words[at + longest - 1].End));
                at += longest - 1;
            }
        }

        return found;
    }

    /// <summary>How many of the terms stand in <paramref name="text"/>.</summary>
    public int CountIn(string text)
    {
        var words = TextWords.Of(text);
        return _terms.Count(term => term.IsIn(words));
    }

    /// <summary>Whether all terms stand in <paramref name="text"/>.</summary>
    public bool AllIn(string text) => CountIn(text) == _terms.Count;

    private void Add(string run, bool canContinue)
    {
        var words = TextWords.FoldedWordsOf(run).Take(MostTerms).ToList();
        if (words.Count > 0 && _terms.Count < MostTerms)
        {
            _terms.Add(new Term(words, canContinue));
        }
    }

    /// <summary>One term: a word, or words that stand side by side.</summary>
    private sealed class Term(IReadOnlyList<string> words, bool isPrefix)
    {
        // A lone word also stands for its plural or singular.
        private readonly IReadOnlyList<string> _forms = words.Count == 1 && !isPrefix ? FormsOf(words[0]) : [];

        public IReadOnlyList<string> Words => words;

        public WordQuery ToQuery() => _forms.Count > 1
            ? new WordQuery.Any([.. _forms.Select(form => new WordQuery.Phrase([form]))])
            : new WordQuery.Phrase(words, isPrefix);

        public bool IsIn(TextWords text)
        {
            for (var at = 0; at < text.Count; at++)
            {
                if (LengthAt(text, at) > 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>How many words of the text this term covers from <paramref name="at"/> on; 0 when it does not stand there.</summary>
        public int LengthAt(TextWords text, int at)
        {
            if (_forms.Count > 1)
            {
                return IsForm(text.Folded(at)) ? 1 : 0;
            }

            if (at + words.Count > text.Count)
            {
                return 0;
            }

            for (var i = 0; i < words.Count; i++)
            {
                var isLast = i == words.Count - 1;
                var folded = text.Folded(at + i);
                var same = isPrefix && isLast ? folded.StartsWith(words[i]) : folded.SequenceEqual(words[i]);
                if (!same)
                {
                    return 0;
                }
            }

            return words.Count;
        }

        private bool IsForm(ReadOnlySpan<char> folded)
        {
            foreach (var form in _forms)
            {
                if (folded.SequenceEqual(form))
                {
                    return true;
                }
            }

            return false;
        }

        // English -s, -es and -y/-ies only: enough for "sanction" to find "sanctions" without finding other words.
        private static List<string> FormsOf(string word)
        {
            if (word.Length < 4 || !char.IsAsciiLetter(word[^1]) || word.EndsWith("ss", StringComparison.Ordinal))
            {
                return [word];
            }

            if (word.EndsWith("ies", StringComparison.Ordinal))
            {
                return [word, word[..^3] + "y"];
            }

            if (word.EndsWith('s'))
            {
                return [word, word[..^1]];
            }

            return word.EndsWith('y') && !"aeiou".Contains(word[^2], StringComparison.Ordinal)
                ? [word, word[..^1] + "ies"]
                : [word, word + "s"];
        }
    }
}
