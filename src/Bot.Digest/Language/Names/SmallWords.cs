namespace Bot.Digest.Language.Names;

/// <summary>The words that a text has in small letters: one of them with a capital is hardly a name.</summary>
public sealed class SmallWords
{
    private readonly HashSet<int> _hashes;

    private SmallWords(HashSet<int> hashes) => _hashes = hashes;

    public static SmallWords Of(TextAnalysis text)
    {
        var hashes = new HashSet<int>(text.Tokens.Length / 2);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Word && char.IsLower(text.Text[text.Tokens[token].Start]))
            {
                hashes.Add(NameWords.HashOf(text.Word(token)));
            }
        }

        return new SmallWords(hashes);
    }

    public bool Has(ReadOnlySpan<char> word) => _hashes.Contains(NameWords.HashOf(word));
}
