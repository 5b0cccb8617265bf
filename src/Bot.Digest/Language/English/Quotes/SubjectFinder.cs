using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds the subject that stands before a verb: a pronoun, a name with its titles and appositions, or a noun phrase.</summary>
internal static class SubjectFinder
{
    /// <summary>The subject that ends before token <paramref name="end"/>; <paramref name="low"/> is the first token it may use.</summary>
    public static SpeakerPhrase? Before(Scene scene, int low, int end)
    {
        var last = end - 1;
        while (last >= low && CueFinder.IsAdverb(scene, last) && !scene.Tokens[last].Is(WordClass.SubjectPronouns))
        {
            last--;
        }

        if (last < low || scene.IsQuoted(last))
        {
            return null;
        }

        if (scene.Tokens[last].Is(WordClass.SubjectPronouns))
        {
            return new SpeakerPhrase(last, last + 1, PhraseKind.Pronoun, null, last);
        }

        if (scene.Text.Word(last) is "who")
        {
            return Relatives.BeforeWho(scene, low, last);
        }

        if (scene.Text.Word(last) is "which" or "that" && scene.HasMarks(end + 1, Math.Min(end + 2, scene.Tokens.Length)))
        {
            return Relatives.BeforeWhich(scene, low, last);
        }

        return scene.Text.Word(last) switch
        {
            "%" when last > low && scene.Tokens[last - 1].Kind == TokenKind.Number => new SpeakerPhrase(last - 1, last + 1, PhraseKind.Nominal, null, last - 1),
            "," => Apposition.Across(scene, low, last, ","),
            "-" or "--" or "–" or "—" or "―" => Apposition.Across(scene, low, last, scene.Text.Word(last)),
            ")" => Apposition.AcrossBracket(scene, low, last),
            _ when scene.Tokens[last].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Possessive => NounPhrase(scene, low, last + 1),
            _ => null,
        };
    }

    /// <summary>The noun phrase that ends before <paramref name="end"/>, from the nearest clause boundary on.</summary>
    internal static SpeakerPhrase? NounPhrase(Scene scene, int low, int end)
    {
        var first = end;
        while (first > low && !IsBoundary(scene, first - 1, end))
        {
            first--;
        }

        if (Relatives.WhoBefore(scene, low, first, end) is { } who)
        {
            return Relatives.BeforeWho(scene, low, who) is { } whole ? whole with { End = end, Distant = true } : null;
        }

        if (Share(scene, low, end) is { } share)
        {
            return new SpeakerPhrase(share, end, PhraseKind.Nominal, null, end - 1);
        }

        first = WithoutFront(scene, AfterTime(scene, first, end), end);
        return first < end && Classify(scene, first, end) is var phrase && (phrase.Kind != PhraseKind.Nominal || IsNominal(scene, phrase)) ? phrase : null;
    }

    /// <summary>Whether words without a name can be who speaks: "the council", "two voters", "critics", not "ready" and not "contain".</summary>
    private static bool IsNominal(Scene scene, SpeakerPhrase phrase) =>
        phrase.End - phrase.First > 1
            ? !scene.Tokens[phrase.First].Is(WordClass.Prepositions) || scene.MentionOf(phrase.First) >= 0
            : !CueFinder.IsAdverb(scene, phrase.First) && (scene.Text.IsCapitalised(phrase.First) || scene.Tokens[phrase.First].Is(WordClass.RoleNouns | WordClass.Determiners | WordClass.FunctionWords) || scene.Text.Word(phrase.First)[^1] == 's');

    /// <summary>"six in 10", "nearly nine out of ten": where the share of those who were asked begins.</summary>
    private static int? Share(Scene scene, int low, int end)
    {
        var of = end - 2;
        if (of - 1 < low || !IsNumber(scene, end - 1) || scene.Text.Word(of) is not ("in" or "of"))
        {
            return null;
        }

        var first = scene.Text.Word(of - 1) is "out" ? of - 2 : of - 1;
        return first >= low && IsNumber(scene, first) ? first : null;
    }

    private static bool IsNumber(Scene scene, int token) => scene.Tokens[token].Kind == TokenKind.Number || scene.Tokens[token].Is(WordClass.Numerals) || scene.Text.Is(token, "one");

    /// <summary>"a day after the line asked", "shortly before Feld said": the subject begins behind what says when.</summary>
    private static int AfterTime(Scene scene, int first, int end)
    {
        const int reach = 3; // words of the time: "just two days"
        for (var i = first + 1; i < Math.Min(end - 1, first + reach + 1); i++)
        {
            if (scene.MentionOf(i) < 0 && scene.Text.Word(i) is "after" or "before" or "since")
            {
                return scene.Text.Word(i - 1) is "minute" or "minutes" or "hour" or "hours" or "day" or "days" or "week" or "weeks" or "month" or "months"
                    or "year" or "years" or "moments" or "shortly" or "soon" or "just" or "even" ? i : first;
            }
        }

        return first;
    }

    private static bool IsBoundary(Scene scene, int i, int end)
    {
        var token = scene.Tokens[i];
        if (scene.IsQuoted(i) || token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive))
        {
            return scene.Text.Word(i) is not ("&" or "$" or "#" or "/" or "@");
        }

        return token.Is(WordClass.Subordinators | WordClass.Auxiliaries | WordClass.Modals) && !scene.Text.Is(i, "as") && scene.MentionOf(i) < 0 && !(i == end - 1 && token.Is(WordClass.Modals) && scene.Text.IsCapitalised(i))
            || (scene.Text.Word(i) is "and" or "but" or "And" or "But" or "or" or "yet" && !JoinsNouns(scene, i, end));
    }

    /// <summary>"Lind and Feld said", "the mayor and the council said", "current and former officials said".</summary>
    private static bool JoinsNouns(Scene scene, int and, int end) =>
        scene.Text.Word(and) is "and" && and > 0 && and + 1 < end
        && (scene.PersonAt(and - 1) is not null) == (scene.PersonAt(and + 1) is not null)
        && (scene.PersonAt(and - 1) is not null || scene.Tokens[and - 1].Is(WordClass.RoleNouns) || (scene.Text.Is(and - 1, "current") && scene.Text.Is(and + 1, "former")));

    /// <summary>Takes "On Monday", "Last week", "Still" off the front of a subject.</summary>
    private static int WithoutFront(Scene scene, int first, int end)
    {
        if (first >= end || !(scene.Tokens[first].Is(WordClass.Prepositions | WordClass.BareTimes) || CueFinder.IsAdverb(scene, first)))
        {
            return first;
        }

        // From the right: the whole name with what belongs to it, else from the last determiner that no "of" leads.
        var name = scene.PersonAt(end - 1) is { } person && person.EndToken == end ? person : (NameMention?)null;
        var at = name?.FirstToken ?? end - 1;
        while (at > first && name is not null && !scene.Tokens[at - 1].Is(WordClass.Prepositions | WordClass.BareTimes | WordClass.Determiners)
            && scene.Tokens[at - 1].Kind == TokenKind.Word && scene.MentionOf(at - 1) < 0)
        {
            at--;
        }

        if (name is null)
        {
            while (at > first && !scene.Tokens[at].Is(WordClass.Determiners) && !scene.Tokens[at - 1].Is(WordClass.Prepositions | WordClass.BareTimes))
            {
                at--;
            }
        }

        return Math.Max(at, first);
    }

    /// <summary>Says whether a noun phrase names a person, and which word carries it.</summary>
    internal static SpeakerPhrase Classify(Scene scene, int first, int end)
    {
        var cut = end;
        for (var i = first + 1; i < end; i++)
        {
            if (scene.MentionOf(i) < 0 && (scene.Tokens[i].Is(WordClass.Prepositions) || scene.Text.Word(i) is "who"))
            {
                cut = i;
                break;
            }
        }

        if (scene.PersonAt(cut - 1) is { } person && person.EndToken == cut && person.FirstToken >= first)
        {
            // "Lind and Feld said": a quote has one speaker, the first named.
            while (person.TitleToken - 2 >= first && scene.Text.Word(person.TitleToken - 1) is "and" && scene.PersonAt(person.TitleToken - 2) is { } other)
            {
                person = other;
            }

            return new SpeakerPhrase(first, end, PhraseKind.Name, person, person.FirstToken);
        }

        // "Secretary of State Mara Feld": an office with its name at the end, unlike "the mother of Mara Feld".
        if (cut < end && scene.Text.Is(cut, "of") && scene.PersonAt(end - 1) is { } holder && holder.EndToken == end
            && holder.FirstToken > cut + 1 && !scene.Tokens[holder.FirstToken - 1].Is(WordClass.Prepositions | WordClass.Determiners) && scene.Text.IsCapitalised(first))
        {
            return new SpeakerPhrase(first, end, PhraseKind.Name, holder, holder.FirstToken);
        }

        return new SpeakerPhrase(first, end, PhraseKind.Nominal, null, cut - 1);
    }
}
