namespace Bot.Digest.Language.Detection;

/// <summary>Tells a language by its script, where one script is as good as one language.</summary>
internal static class Scripts
{
    /// <summary>Scripts that many languages share: their words must tell.</summary>
    public const string Shared = "";

    /// <summary>Blocks of Unicode with the language that is nearly always meant; end inclusive.</summary>
    private static readonly (char First, char Last, string Code)[] _blocks =
    [
        ('A', '\u024F', Shared), ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', Shared), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"),
        ('\u0600', '\u06FF', "ar"), ('\u0750', '\u077F', "ar"), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"),
        ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"),
        ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u1E00', '\u1EFF', Shared), ('\u3040', '\u30FF', "ja"), ('\u3400', '\u9FFF', "zh"),
        ('\uAC00', '\uD7AF', "ko"), ('\uFB50', '\uFDFF', "ar"), ('\uFE70', '\uFEFF', "ar"),
    ];

    private static readonly int _japanese = Array.FindIndex(_blocks, block => block.Code == "ja");

    private static readonly int _chinese = Array.FindIndex(_blocks, block => block.Code == "zh");

    /// <summary>The language of the script that most letters stand in; <see cref="Shared"/> where words must tell, null where there is no letter.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[_blocks.Length];
        foreach (var c in text)
        {
            if (char.IsLetter(c) && BlockOf(c) is >= 0 and var block)
            {
                letters[block]++;
            }
        }

        // Japanese writes most of its nouns in Chinese characters, Chinese writes nothing in kana.
        if (letters[_japanese] * 10 > letters[_chinese])
        {
            letters[_japanese] += letters[_chinese];
        }

        var most = 0;
        for (var block = 1; block < letters.Length; block++)
        {
            most = letters[block] > letters[most] ? block : most;
        }

        return letters[most] == 0 ? null : _blocks[most].Code is "ar" ? OfArabic(text) : _blocks[most].Code;
    }

    private static int BlockOf(char c)
    {
        for (var block = 0; block < _blocks.Length && _blocks[block].First <= c; block++)
        {
            if (c <= _blocks[block].Last)
            {
                return block;
            }
        }

        return -1;
    }

    /// <summary>Persian and Urdu write letters that Arabic does not have; those of Urdu alone come first.</summary>
    private static string OfArabic(ReadOnlySpan<char> text) =>
        text.IndexOfAny("ٹڈڑےں") >= 0 ? "ur" : text.IndexOfAny("پچژگ") >= 0 ? "fa" : "ar";
}
