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
        var persons = groups.All.Where(group => group.IsPerson).OrderBy(group => group.Candidates[0]).ToList();
        var indexOf = persons.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
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
                KindOf(group), indexOf.GetValueOrDefault(group, -1)));
        }

        return new PeopleInText(mentions, [.. persons.Select(group => PersonOf(text, names, group))]);
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
        var spans = group.Candidates.Select(candidate => SpanOf(text, names[candidate])).ToList();
        return new FoundPerson
        {
            Name = name,
            Key = PersonKey.Of(name),
            Aliases = [.. FormsOf(text, names, group).Where(form => form != name).Distinct(StringComparer.Ordinal)],
            Roles = RoleFinder.Find(text, group.Candidates.Select(candidate => names[candidate])),
            Mentions = spans,
            Gender = group.Gender,
            Confidence = group.Chance,
        };
    }

    private static IEnumerable<string> FormsOf(TextAnalysis text, List<NameCandidate> names, NameGroup group)
    {
        foreach (var candidate in group.Candidates)
        {
            yield return SpanOf(text, names[candidate]).In(text.Text);
            if (NativeForm.After(text, names[candidate].EndToken) is { } native)
            {
                yield return native.In(text.Text);
            }
        }
    }

    private static TextSpan SpanOf(TextAnalysis text, NameCandidate name) => text.SpanOf(name.FirstToken, name.EndToken);
}
