using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>"The minister said": the one person of an article who holds a role, where there is exactly one.</summary>
internal static class RoleHolders
{
    /// <summary>Longer phrases say more than a role.</summary>
    private const int MostWords = 4;

    /// <summary>Index of the person who was named before the phrase with that role; -1 where nobody or more than one was.</summary>
    public static int Of(Scene scene, IQuoteGrammar grammar, SpeakerPhrase phrase)
    {
        if (phrase.End - phrase.First is < 2 or > MostWords || phrase.Head != phrase.End - 1 || !grammar.IsDefinite(scene.Text.Word(phrase.First))
            || !scene.Tokens[phrase.Head].Is(WordClass.Roles))
        {
            return -1;
        }

        var (holder, at) = (-1, scene.Tokens[phrase.First].Start);
        for (var person = 0; person < scene.People.People.Count; person++)
        {
            var found = scene.People.People[person];
            if (!Holds(scene, found, phrase))
            {
                continue;
            }

            if (holder >= 0)
            {
                return -1;
            }

            holder = person;
        }

        return holder >= 0 && scene.People.People[holder].Mentions[0].Start < at ? holder : -1;
    }

    private static bool Holds(Scene scene, FoundPerson person, SpeakerPhrase phrase)
    {
        for (var i = 0; i < person.Roles.Count; i++)
        {
            if (Names(scene, person.Roles[i].Text, phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"harbour minister since May" is a minister and a harbour minister; "aide to the minister" is none.</summary>
    private static bool Names(Scene scene, ReadOnlySpan<char> role, SpeakerPhrase phrase)
    {
        var end = 0;
        var head = scene.Text.Word(phrase.Head);
        foreach (var word in role.Split(' '))
        {
            if (scene.Text.Language.Lexicon.ClassesOf(role[word]).HasFlag(WordClass.Prepositions))
            {
                break;
            }

            end = word.End.Value;
            if (role[word].Trim(",").Equals(head, StringComparison.OrdinalIgnoreCase))
            {
                return HoldsAll(scene, role[..end], phrase);
            }
        }

        return false;
    }

    private static bool HoldsAll(Scene scene, ReadOnlySpan<char> role, SpeakerPhrase phrase)
    {
        for (var i = phrase.First + 1; i < phrase.Head; i++)
        {
            if (!role.Contains(scene.Text.Word(i), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
