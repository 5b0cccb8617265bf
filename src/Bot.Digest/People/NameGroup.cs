using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>The candidates of one article that name the same: full forms and, later, bare ones.</summary>
internal sealed class NameGroup(int[] form)
{
    /// <summary>The words of the longest form, as hashes of their letters in any case.</summary>
    public int[] Form { get; private set; } = form;

    /// <summary>Indices of its candidates; in text order once all are joined.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>How many of <see cref="Candidates"/> have more than one word: the first ones, until the bare ones are sorted in.</summary>
    public int FullForms { get; set; }

    public NameFeatures Features { get; set; }

    /// <summary>Chance, 0 to 1, that it is a person.</summary>
    public double Chance { get; set; }

    /// <summary>+1 she, -1 he, 0 not known.</summary>
    public int Gender { get; set; }

    /// <summary>What titles and the given name say: positive for she, negative for he.</summary>
    public int GenderVotes { get; set; }

    /// <summary>What the pronouns after its mentions say, counted like <see cref="GenderVotes"/>.</summary>
    public int PronounVotes { get; set; }

    /// <summary>Index among the people of the text; -1 when it is none.</summary>
    public int Person { get; set; } = -1;

    public bool IsPerson => Chance >= PeopleFinder.LeastChance;

    /// <summary>
    /// Whether a full form means the same: equal first and last words (an initial stands for its name), or all words of the shorter one in the longer.
    /// </summary>
    public bool Accepts(int[] other)
    {
        var (longer, shorter) = Form.Length >= other.Length ? (Form, other) : (other, Form);
        if (shorter.Length < 2)
        {
            return false;
        }

        foreach (var word in shorter)
        {
            if (Array.IndexOf(longer, word) < 0)
            {
                return false;
            }
        }

        return true;
    }

    public void Add(int candidate, int[] form)
    {
        Candidates.Add(candidate);
        if (form.Length > Form.Length)
        {
            Form = form;
        }
    }

    /// <summary>The words of a candidate that identify it: no initials, no suffix, no nickname marks.</summary>
    public static int[] FormOf(TextAnalysis text, NameCandidate name)
    {
        Span<int> words = stackalloc int[name.Length];
        var count = 0;
        for (var token = name.FirstToken; token < name.EndToken; token++)
        {
            var isWord = text.Tokens[token].Kind == TokenKind.Word && !text.Tokens[token].Is(WordClass.NameSuffixes)
                && !NameWords.IsInitial(text, token);
            if (isWord)
            {
                words[count++] = NameWords.HashOf(text.Word(token));
            }
        }

        return words[..count].ToArray();
    }
}
