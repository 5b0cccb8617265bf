using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>Several who say the same words together: "Lind and Feld said", “…,” said Lind, Feld and Brek.</summary>
public static class SpeakerList
{
    /// <summary>Speakers of one quote: more names are a list of something else.</summary>
    public const int Most = 4;

    /// <summary>Tokens of a role in front of a name: "and the harbour minister Mara Feld".</summary>
    private const int LongestRole = 4;

    /// <summary>The people who are named in a list with the one whom the draft's speaker names, without that one; most often nobody.</summary>
    internal static IReadOnlyList<int> Others(Scene scene, Draft draft)
    {
        if (draft is not { Cue: { } cue, Speaker.Mention: { Person: >= 0 } named })
        {
            return [];
        }

        List<NameMention> list = [named];
        while (NameBefore(scene, list[0].TitleToken) is { } before)
        {
            list.Insert(0, before);
        }

        while (NameBehind(scene, list[^1].EndToken) is { } behind)
        {
            list.Add(behind);
        }

        return list.Count is > 1 and <= Most && HasListWord(scene, list[^1].FirstToken) && Speaks(scene, list, cue)
            ? [.. list.Select(mention => mention.Person).Where(person => person != named.Person).Distinct()]
            : [];
    }

    /// <summary>The whole list is the subject: nothing stands between it and the verb, and nothing else belongs to it.</summary>
    private static bool Speaks(Scene scene, List<NameMention> list, Cue cue) =>
        list[^1].EndToken == cue.First ? BeginsClause(scene, list[0].TitleToken) : RoleStart(scene, list[0].TitleToken) <= cue.End && list[0].TitleToken >= cue.End && EndsClause(scene, list[^1].EndToken);

    /// <summary>In "“…,” said Lind and Feld left", Feld does something else.</summary>
    private static bool EndsClause(Scene scene, int end) =>
        end >= scene.Tokens.Length || scene.IsQuoted(end) || scene.Tokens[end].Kind == TokenKind.Punctuation || scene.Tokens[end].Is(WordClass.Prepositions | WordClass.BareTimes);

    /// <summary>In "Brek met Lind and Feld said", Lind says nothing.</summary>
    private static bool BeginsClause(Scene scene, int first)
    {
        var before = RoleStart(scene, first) - 1;
        return before < 0 || scene.IsQuoted(before) || scene.Tokens[before].Kind == TokenKind.Punctuation || scene.Tokens[before].Is(WordClass.Subordinators | WordClass.Conjunctions)
            || scene.Text.Sentences.Any(sentence => sentence.FirstToken == before + 1);
    }

    private static NameMention? NameBefore(Scene scene, int first)
    {
        var joint = RoleStart(scene, first) - 1;
        joint -= joint > 0 && scene.Tokens[joint].Is(WordClass.ListWords) && IsComma(scene, joint - 1) ? 1 : 0;
        return joint > 0 && (IsComma(scene, joint) || scene.Tokens[joint].Is(WordClass.ListWords)) && scene.PersonAt(joint - 1) is { } person && person.EndToken == joint ? person : null;
    }

    private static NameMention? NameBehind(Scene scene, int joint)
    {
        var at = joint;
        at += IsComma(scene, at) ? 1 : 0;
        at += at < scene.Tokens.Length && scene.Tokens[at].Is(WordClass.ListWords) ? 1 : 0;
        if (at == joint)
        {
            return null;
        }

        for (var i = at; i < Math.Min(scene.Tokens.Length, at + LongestRole + 1); i++)
        {
            if (scene.PersonAt(i) is { } person)
            {
                return RoleStart(scene, person.TitleToken) <= at ? person : null;
            }
        }

        return null;
    }

    private static bool HasListWord(Scene scene, int name)
    {
        var before = RoleStart(scene, name) - 1;
        return before >= 0 && scene.Tokens[before].Is(WordClass.ListWords);
    }

    private static bool IsComma(Scene scene, int token) => token >= 0 && token < scene.Tokens.Length && scene.Text.Word(token) is ",";

    /// <summary>Where the role in front of a name begins: the words before it when the last of them is a role.</summary>
    private static int RoleStart(Scene scene, int name)
    {
        var first = name;
        while (first > 0 && name - first < LongestRole && IsOfRole(scene, first - 1, isLast: first == name))
        {
            first--;
        }

        return first;
    }

    private static bool IsOfRole(Scene scene, int token, bool isLast) =>
        !scene.IsQuoted(token) && scene.Tokens[token].Kind == TokenKind.Word && scene.PersonAt(token) is null
        && (isLast
            ? scene.Tokens[token].Is(WordClass.Roles | WordClass.RoleNouns | WordClass.Titles)
            : !scene.Tokens[token].Is(WordClass.Prepositions | WordClass.ListWords | WordClass.Auxiliaries | WordClass.Subordinators | WordClass.SpeechVerbs | WordClass.Conjunctions));
}
