using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>
/// Reads roles where an article words them: before a name ("Russian President"), in an apposition (", a member of the council") and in
/// a relative clause (", who leads the institute"). What a person is charged with or suffered is never a role.
/// </summary>
internal static class RoleFinder
{
    private const int MostRoles = 6;

    /// <summary>Adds the roles at a mention of somebody to those known, each once, the longer of two that contain each other.</summary>
    public static void Add(TextAnalysis text, NameCandidate mention, List<FoundRole> roles)
    {
        var sentence = text.Sentences[mention.Sentence];
        if (text.Language.Names.RoleBefore(text, mention, sentence.FirstToken) is { } before)
        {
            Add(text, before, roles);
        }

        foreach (var after in text.Language.Names.RolesAfter(text, mention.EndToken, sentence.EndToken))
        {
            Add(text, after, roles);
        }
    }

    private static void Add(TextAnalysis text, Range words, List<FoundRole> roles)
    {
        var (first, length) = words.GetOffsetAndLength(text.Tokens.Length);
        for (var token = first; token < first + length; token++)
        {
            if (text.Tokens[token].Is(WordClass.BarredRoles))
            {
                return;
            }
        }

        var span = text.SpanOf(first, first + length);
        var role = span.In(text.Text);
        if (roles.Exists(known => known.Text.Contains(role, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        roles.RemoveAll(known => role.Contains(known.Text, StringComparison.OrdinalIgnoreCase));
        if (roles.Count < MostRoles)
        {
            roles.Add(new FoundRole(span, role));
        }
    }
}
