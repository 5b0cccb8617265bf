using System.Collections.Frozen;

namespace Bot.Digest.People;

/// <summary>Brings the spellings of one name to one form: transliterations of Arabic, Slavic and Korean names. For comparing, never for showing.</summary>
internal static class Spelling
{
    /// <summary>Spellings of one Arabic name, found in English-language news, to one of them.</summary>
    private static readonly FrozenDictionary<string, string> _arabic = Groups(
        "muhammad mohammed mohamed mohammad mohamad muhammed mohamud mohd",
        "ahmad ahmed ahmet", "hussein hussain husayn husain hussien hossein hosain", "hasan hassan hasson",
        "yusuf yousef youssef yousuf yusef yousif yussef", "umar omar omer", "usama osama ussama", "khalid khaled haled",
        "ibrahim ebrahim", "said saeed saeid sayeed", "salih saleh", "gaddafi qaddafi gadhafi kadhafi qadhafi kadafi gathafi",
        "muammar moammar", "nasir nasser naser", "tariq tarek tareq", "rashid rasheed rachid", "khalifa khalifah", "karim kareem",
        "mahmud mahmoud", "abdullah abdallah abdulla", "mustafa mostafa mustapha", "sulayman suleiman sulaiman suleyman soleiman",
        "faysal faisal feisal", "jamal gamal djamel", "husni hosni", "zaynab zainab zeinab", "fatima fatimah fatemeh", "aisha ayesha aicha",
        "khamenei khameini", "soleimani suleimani", "yasir yasser", "walid waleed", "marwan merouane", "sharif shareef cherif");

    /// <summary>Romanisations of the Korean family names that are written in more than one way.</summary>
    private static readonly FrozenDictionary<string, string> _korean = Groups(
        "lee yi ri rhee", "park pak bak", "choi choe", "jung jeong chung", "kang gang", "yoon yun", "lim im rim", "roh noh no",
        "ahn an", "cho jo", "kim gim", "shin sin", "kwon gwon", "seo suh", "yoo yu", "paik baek paek baik", "moon mun", "chang jang",
        "oh o", "woo u", "hur heo huh", "jeon jun", "koh ko go", "son sohn", "byun byeon", "yum yeom", "hwang whang");

    /// <summary>The folded form of one word of a name in a Western or Arabic order.</summary>
    public static string Western(string word)
    {
        if (_arabic.TryGetValue(word, out var same))
        {
            return same;
        }

        word = Slavic(word);
        return word.Length > 5 ? German(word) : word;
    }

    public static string KoreanFamily(string word) => _korean.GetValueOrDefault(word, word);

    /// <summary>Vowels of the two romanisations of Korean made one: "Suk-yeol", "Seok-youl".</summary>
    public static string KoreanGiven(string word) => word
        .Replace("eo", "u", StringComparison.Ordinal).Replace("eu", "u", StringComparison.Ordinal)
        .Replace("ou", "u", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal);

    /// <summary>Zelenskyy, Zelensky and Zelenskiy; Andrey and Andrei; Aleksandr and Alexandr; Yevgeny and Evgeny.</summary>
    private static string Slavic(string word)
    {
        if (word.Length > 3 && word.StartsWith("ye", StringComparison.Ordinal))
        {
            word = word[1..];
        }

        word = word.Replace("leks", "lex", StringComparison.Ordinal);
        if (word.Length < 4)
        {
            return word;
        }

        var end = word.Length;
        while (end > 2 && word[end - 1] is 'y' or 'i' or 'j')
        {
            end--;
        }

        return end == word.Length ? word : string.Concat(word.AsSpan(0, end), "i");
    }

    /// <summary>Mueller as Müller: "ue" before two consonants; "oe" inside a word.</summary>
    private static string German(string word)
    {
        var at = word.IndexOf("ue", StringComparison.Ordinal);
        if (at > 0 && at + 3 < word.Length && !IsVowel(word[at + 2]) && !IsVowel(word[at + 3]))
        {
            word = word.Remove(at + 1, 1);
        }

        at = word.IndexOf("oe", StringComparison.Ordinal);
        return at > 0 && at + 3 < word.Length && !IsVowel(word[at + 2]) ? word.Remove(at + 1, 1) : word;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static FrozenDictionary<string, string> Groups(params ReadOnlySpan<string> groups)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var words = group.Split(' ');
            foreach (var word in words)
            {
                table[word] = words[0];
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
