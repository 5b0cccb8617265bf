namespace Bot.Digest.Language.German;

/// <summary>What the shape of a German word tells.</summary>
internal static class GermanWords
{
    /// <summary>Endings of nouns that are no names.</summary>
    private static readonly string[] _nounEndings = ["ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "ismus", "nis", "chen", "lein", "tum", "ment", "ieren", "verein", "verband", "partei", "amt", "rat"];

    /// <summary>Ends of compounds that say what somebody is ("Gewerkschaftschef", "Verkehrsministerin").</summary>
    private static readonly string[] _roleEndings =
    [
        "minister", "präsident", "kanzler", "sprecher", "chef", "leiter", "direktor", "vorsitzender", "vorsitzende", "vorsitzenden", "trainer", "manager", "führer", "sekretär", "anwalt", "anwält",
        "richter", "meister", "kommissar", "botschafter", "senator", "experte", "expert", "forscher", "wissenschaftler", "autor", "journalist", "redakteur", "politiker", "arzt", "ärzt", "historiker",
        "ökonom", "unternehmer", "beauftragter", "beauftragte", "berater", "kandidat", "abgeordneter", "abgeordnete", "abgeordneten", "inhaber", "spieler", "fahrer", "sieger", "sänger", "künstler", "bischof", "vorstand", "rätin", "vertreter", "stadtrat", "gemeinderat", "landrat", "mitglied", "gründer", "kommandeur", "vize",
    ];

    /// <summary>Whether a word says what somebody is: listed, or a compound that ends in such a word; with the ending of women too.</summary>
    public static bool IsRole(TextAnalysis text, int token)
    {
        if (text.Tokens[token].Is(WordClass.Roles | WordClass.Titles))
        {
            return true;
        }

        var word = text.Word(token);
        return text.Tokens[token].Kind == TokenKind.Word
            && (EndsIn(word, _roleEndings) || (word.EndsWith("in") && EndsIn(word[..^2], _roleEndings)) || (word[^1] is 's' or 'n' && EndsIn(word[..^1], _roleEndings)));
    }

    /// <summary>Whether the ending tells a noun that is no name.</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) => word.Length > 5 && EndsIn(word, _nounEndings);

    /// <summary>"aufzunehmen", and "zu" before an infinitive.</summary>
    public static bool IsInfinitiveWithZu(TextAnalysis text, int token)
    {
        var word = text.Word(token);
        if (text.Tokens[token].Kind != TokenKind.Word || text.IsCapitalised(token) || word.Length < 3 || word[^1] != 'n')
        {
            return false;
        }

        return (token > 0 && text.Word(token - 1) is "zu") || (word.Length > 6 && word[2..^2].IndexOf("zu") is >= 0 and < 6);
    }

    private static bool EndsIn(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
