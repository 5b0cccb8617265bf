namespace Bot.Digest.Quotes;

/// <summary>
/// Learns from an article itself whether it calls a person he or she: pronouns that follow a name in its sentence, with no other name
/// between, vote. Two clear votes outweigh what the given name suggests.
/// </summary>
internal static class PronounVotes
{
    private const int Clear = 2;

    /// <summary>+1 she, -1 he, 0 not known, for each person.</summary>
    public static int[] Count(Scene scene)
    {
        var votes = new int[scene.People.People.Count];
        foreach (var sentence in scene.Text.Sentences)
        {
            var person = -1;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (scene.IsQuoted(i))
                {
                    continue;
                }

                if (scene.MentionOf(i) >= 0)
                {
                    person = scene.PersonAt(i)?.Person ?? person;
                }
                else if (person >= 0)
                {
                    votes[person] += GenderOf(scene.Text.Word(i));
                }
            }
        }

        for (var i = 0; i < votes.Length; i++)
        {
            var known = scene.People.People[i].Gender;
            votes[i] = Math.Abs(votes[i]) >= Clear || known == 0 ? Math.Sign(votes[i]) : known;
        }

        return votes;
    }

    private static int GenderOf(ReadOnlySpan<char> word) => word switch
    {
        "she" or "her" or "hers" or "herself" => 1,
        "he" or "his" or "him" or "himself" => -1,
        _ => 0,
    };
}
