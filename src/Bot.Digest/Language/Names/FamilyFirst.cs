namespace Bot.Digest.Language.Names;

/// <summary>Tells names that begin with the family name: "Lee Min-bok", "Xi Jinping", "Nguyen Phu Trong", "Orbán Viktor".</summary>
public static class FamilyFirst
{
    /// <summary>Whether the words from <paramref name="first"/> to before <paramref name="end"/> read so.</summary>
    public static bool Reads(TextAnalysis text, int first, int end)
    {
        if (end - first is < 2 or > 4 || !text.Tokens[first].Is(WordClass.FamilyFirstNames))
        {
            return false;
        }

        var last = text.Word(end - 1);
        if (end - first == 2 && last.IndexOf('-') > 0)
        {
            return true;
        }

        return !text.Tokens[end - 1].Is(WordClass.FamilyNames) || text.Tokens[end - 1].Is(WordClass.FamilyFirstNames);
    }
}
