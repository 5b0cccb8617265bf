namespace Bot.Digest.Language.English.Names;

/// <summary>Words that decide what belongs to a role.</summary>
internal static class RoleWords
{
    /// <summary>The past and continuous forms that stand before a role and do not belong to it ("hired coach Ann Lee").</summary>
    public static bool IsVerb(ReadOnlySpan<char> word)
    {
        if (word is "acting" or "retired" or "outgoing" or "incoming" or "managing" or "founding" or "leading" or "elected" or "appointed" or "disgraced"
            or "renowned" or "celebrated" or "marketing" or "engineering" or "nursing" or "boxing" or "racing" or "sporting" or "visiting" or "presiding")
        {
            return false;
        }

        return word.EndsWith("ed") || word.EndsWith("ing") || word is "sent" or "met" or "saw" or "beat" or "made" or "became" or "put" or "got" or "took" or "gave"
            or "left" or "let" or "paid" or "ran" or "won" or "lost" or "led" or "held" or "kept" or "brought" or "bought" or "fought" or "sought" or "caught"
            or "taught" or "hit" or "cut" or "shot" or "drew" or "threw" or "knew" or "chose" or "broke" or "spoke" or "wrote" or "sees" or "meets" or "gets"
            or "including" or "include" or "includes" or "ago" or "late";
    }

    /// <summary>"Dr." and the like: how somebody is addressed.</summary>
    public static bool IsHonorific(ReadOnlySpan<char> word) => word is "Dr." or "Dr" or "Mr." or "Mr" or "Mrs." or "Mrs" or "Ms." or "Ms" or "Miss" or "Mx." or "Sir" or "Madam" or "Mister";

    /// <summary>Words that stand before a role and are none.</summary>
    public static bool IsChain(ReadOnlySpan<char> word) => word is
        "former" or "then" or "late" or "ex" or "acting" or "interim" or "first" or "vice" or "deputy" or "retired" or "outgoing" or "incoming"
        or "senior" or "junior" or "associate" or "assistant" or "longtime" or "fellow" or "crown";

    /// <summary>Words that place somebody in a story, not in the world: no role when they stand alone.</summary>
    public static bool IsVague(ReadOnlySpan<char> word) => word is
        "son" or "daughter" or "wife" or "husband" or "father" or "mother" or "brother" or "sister" or "uncle" or "aunt" or "cousin" or "nephew" or "niece"
        or "friend" or "friends" or "partner" or "girlfriend" or "boyfriend" or "fellow" or "colleague" or "teammate" or "teammates" or "player" or "players"
        or "official" or "member" or "resident" or "volunteer" or "guard" or "former" or "first" or "then" or "late" or "agents" or "experts" or "officers";

    /// <summary>What somebody does who has a role: "who leads the institute".</summary>
    public static bool TellsRole(ReadOnlySpan<char> verb) => verb is
        "leads" or "led" or "heads" or "headed" or "runs" or "ran" or "founded" or "chairs" or "chaired" or "directs" or "directed" or "is" or "was"
        or "owns" or "owned" or "coaches" or "coached" or "manages" or "managed" or "teaches" or "taught" or "represents" or "represented"
        or "oversees" or "oversaw" or "edits" or "edited" or "co-founded" or "co-chairs" or "serves" or "served" or "studies" or "commands" or "commanded";
}
