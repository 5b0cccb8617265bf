using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>Gender from the pronouns that follow a person's mentions before anybody else is named.</summary>
internal static class PronounVotes
{
    private const int Reach = 40; // tokens after a mention: about two sentences
    private const int Most = 3; // votes that count at the most, so that a long passage does not outvote a title

    /// <summary>Adds the votes of the text to the gender of each person.</summary>
    public static void Count(TextAnalysis text, List<NameCandidate> names, NameGroups groups)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (groups.Of(i).IsPerson)
            {
                var end = Math.Min(NextPerson(names, groups, i, text.Tokens.Length), names[i].EndToken + Reach);
                groups.Of(i).PronounVotes += Between(text, names[i].EndToken, end);
            }
        }

        foreach (var group in groups.All)
        {
            if (group.IsPerson)
            {
                group.Gender = Math.Sign((2 * group.GenderVotes) + Math.Clamp(group.PronounVotes, -Most, Most));
            }
        }
    }

    private static int NextPerson(List<NameCandidate> names, NameGroups groups, int after, int end)
    {
        for (var i = after + 1; i < names.Count; i++)
        {
            if (groups.Of(i).IsPerson)
            {
                return names[i].RunToken;
            }
        }

        return end;
    }

    private static int Between(TextAnalysis text, int first, int end)
    {
        var votes = 0;
        for (var token = first; token < end; token++)
        {
            votes += text.Tokens[token].Kind != TokenKind.Word || text.Tokens[token].Length > 7
                ? 0
                : text.Language.Names.GenderOf(text.Word(token));
        }

        return votes;
    }
}
