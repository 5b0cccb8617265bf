using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>Finds the people that an article names, joins the forms of each name, and tells them from organisations and places.</summary>
public static class PeopleFinder
{
    /// <summary>A name with a smaller chance of being a person is none.</summary>
    public const double LeastChance = 0.55;

    /// <summary>All names of a text and the people among them. Linear in the text's length.</summary>
    public static PeopleInText Find(TextAnalysis text)
    {
        var names = text.Language.Names.FindCandidates(text);
        var groups = NameGroups.Join(text, names);
        var people = PeopleOf(text, names, groups);
        var mentions = new List<NameMention>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var group = groups.Of(i);
            if (IsNoName(group))
            {
                continue;
            }

            mentions.Add(new NameMention(
                names[i].TitleToken, names[i].FirstToken, names[i].EndToken, SpanOf(text, names[i]),
                KindOf(group), group.Person));
        }

        return new PeopleInText(mentions, people);
    }

    /// <summary>In the order of their first mention, which is the order of the groups' first candidates.</summary>
    private static List<FoundPerson> PeopleOf(TextAnalysis text, List<NameCandidate> names, NameGroups groups)
    {
        var people = new List<FoundPerson>();
        for (var i = 0; i < names.Count; i++)
        {
            var group = groups.Of(i);
            if (group.IsPerson && group.Person < 0)
            {
                group.Person = people.Count;
                people.Add(PersonOf(text, names, group));
            }
        }

        return people;
    }

    /// <summary>A word that has its capital from the calendar or from beginning a sentence.</summary>
    private static bool IsNoName(NameGroup group)
    {
        const NameFeatures opener = NameFeatures.OneWord | NameFeatures.OnlySentenceStart;
        const NameFeatures known = NameFeatures.PlaceWhole | NameFeatures.AllCapitals | NameFeatures.OrganisationLast;
        return !group.IsPerson && ((group.Features & (opener | known)) == opener
            || (group.Features & (NameFeatures.OneWord | NameFeatures.CalendarWord)) == (NameFeatures.OneWord | NameFeatures.CalendarWord));
    }

    private static NameKind KindOf(NameGroup group)
    {
        if (group.IsPerson)
        {
            return NameKind.Person;
        }

        if ((group.Features & NameFeatures.PlaceWhole) != 0)
        {
            return NameKind.Place;
        }

        const NameFeatures organisation = NameFeatures.OrganisationLast | NameFeatures.OrganisationInside | NameFeatures.AllCapitals
            | NameFeatures.MostlyAfterThe | NameFeatures.BracketAfter;
        return (group.Features & organisation) != 0 ? NameKind.Organisation : NameKind.Unknown;
    }

    private static FoundPerson PersonOf(TextAnalysis text, List<NameCandidate> names, NameGroup group)
    {
        var name = SpanOf(text, names[NameEvidence.Fullest(text, names, group)]).In(text.Text);
        var (mentions, aliases, roles) = (new List<TextSpan>(group.Candidates.Count), new List<string>(), new List<FoundRole>());
        foreach (var candidate in group.Candidates)
        {
            var span = SpanOf(text, names[candidate]);
            mentions.Add(span);
            AddForm(text.Text, span, name, aliases);
            if (NativeForm.After(text, names[candidate].EndToken) is { } native)
            {
                AddForm(text.Text, native, name, aliases);
            }

            RoleFinder.Add(text, names[candidate], roles);
        }

        return new FoundPerson
        {
            Name = name,
            Key = PersonKey.Of(name),
            Aliases = aliases,
            Roles = roles,
            Mentions = mentions,
            Gender = group.Gender,
            Confidence = group.Chance,
        };
    }

    /// <summary>Each form once, the name itself left out.</summary>
    private static void AddForm(string text, TextSpan span, string name, List<string> forms)
    {
        var form = text.AsSpan(span.Start, span.Length);
        if (form.SequenceEqual(name))
        {
            return;
        }

        foreach (var known in forms)
        {
            if (form.SequenceEqual(known))
            {
                return;
            }
        }

        forms.Add(form.ToString());
    }

    private static TextSpan SpanOf(TextAnalysis text, NameCandidate name) => text.SpanOf(name.FirstToken, name.EndToken);
}
