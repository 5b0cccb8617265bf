namespace Bot.Digest.Language.Names;

/// <summary>The words that a text has in small letters: one of them with a capital is hardly a name. Dispose of it: its memory serves the next text.</summary>
public sealed class SmallWords : IDisposable
{
    private readonly HashSet<int> _hashes;

    private SmallWords(HashSet<int> hashes) => _hashes = hashes;

    public static SmallWords Of(TextAnalysis text)
    {
        var hashes = Spare<HashSet<int>, int>.Take();
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Word && char.IsLower(text.Text[text.Tokens[token].Start]))
            {
                hashes.Add(NameWords.HashOf(text.Word(token)));
            }
        }

        return new SmallWords(hashes);
    }

    public void Dispose() => Spare<HashSet<int>, int>.GiveBack(_hashes);

    public bool Has(ReadOnlySpan<char> word) => _hashes.Contains(NameWords.HashOf(word));
}
