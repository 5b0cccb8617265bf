using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>Gives each draft to somebody, in text order: names, pronouns, roles, and the speakers around floating quotes.</summary>
internal sealed class SpeakerResolver(Scene scene, IQuoteGrammar grammar)
{
    private readonly Salience _salience = new([.. scene.People.People.Select(person => person.Gender)]);
    private readonly Dictionary<int, (int Person, bool Sure)> _pronouns = [];

    /// <summary>The attribution of each draft, in the order of <paramref name="drafts"/> (by first token).</summary>
    public Attribution[] Resolve(List<Draft> drafts)
    {
        var found = new Attribution[drafts.Count];
        var next = 0;
        for (var s = 0; s < scene.Text.Sentences.Count; s++)
        {
            Look(s);
            var first = next;
            while (next < drafts.Count && drafts[next].Sentence <= s)
            {
                next++;
            }

            for (var i = first; i < next; i++)
            {
                found[i] = Of(drafts, found, i);
                if (found[i].Person >= 0)
                {
                    _salience.Speak(found[i].Person, s);
                }
            }
        }

        for (var i = drafts.Count - 2; i >= 0; i--)
        {
            if (found[i].Ground == Ground.None && drafts[i].Speaker is null && drafts[i].Frame == Frame.SameParagraph && drafts[i + 1].Paragraph == drafts[i].Paragraph)
            {
                found[i] = Inherited(found[i + 1], near: true);
            }
        }

        return found;
    }

    /// <summary>Whoever is named; else whoever speaks around the words; else, for marked words without a cue, what their sentence speaks of.</summary>
    private Attribution Of(List<Draft> drafts, Attribution[] found, int i)
    {
        var draft = drafts[i];
        var speaker = draft.Speaker is { } named ? OfPhrase(named, draft) : Floating(drafts, found, i);
        if (speaker.Ground != Ground.None || draft.Frame != Frame.Uncued || grammar.AnySubject(scene.Text.Sentences[draft.Sentence], draft.First) is not { } subject)
        {
            return speaker;
        }

        drafts[i] = draft with { Speaker = subject };
        return OfPhrase(subject, draft);
    }

    /// <summary>Reads the names and pronouns of a sentence into the memory.</summary>
    private void Look(int index)
    {
        var sentence = scene.Text.Sentences[index];
        var hasSubject = false;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (scene.IsQuoted(i))
            {
                continue;
            }

            if (scene.PersonAt(i) is { } mention)
            {
                var led = i > sentence.FirstToken && scene.Tokens[i - 1].Is(WordClass.Prepositions);
                var subject = !hasSubject && !led && !Owns(mention.EndToken, sentence);
                hasSubject |= subject;
                _salience.See(mention.Person, index, subject);
                i = mention.EndToken - 1;
            }
            else if (grammar.GenderOf(scene.Text.Word(i)) is var gender && gender != 0)
            {
                var person = _salience.Resolve(gender, index, out var sure);
                _pronouns[i] = (person, sure);
                if (person >= 0)
                {
                    _salience.See(person, index, subject: true);
                }

                hasSubject = true;
            }
        }
    }

    private bool Owns(int token, Sentence sentence) => token < sentence.EndToken && scene.Tokens[token].Kind == TokenKind.Possessive;

    private Attribution OfPhrase(SpeakerPhrase phrase, Draft draft)
    {
        if (phrase.Mention is { } mention)
        {
            var ground = draft.Frame == Frame.Uncued ? Ground.Subject
                : phrase.Distant ? Ground.DistantName
                : draft.Frame == Frame.Colon ? Ground.Subject
                : mention.EndToken - mention.FirstToken > 1 ? Ground.FullName
                : Ground.BareName;
            return new Attribution(SpeakerKind.Person, mention.Person, ground);
        }

        if (phrase.Kind == PhraseKind.Pronoun)
        {
            return _pronouns.TryGetValue(phrase.First, out var who) && who.Person >= 0
                ? new Attribution(SpeakerKind.Person, who.Person, draft.Frame == Frame.Uncued ? Ground.Subject : who.Sure ? Ground.SurePronoun : Ground.Pronoun)
                : new Attribution(SpeakerKind.Role, -1, Ground.Nominal);
        }

        if (RoleHolders.Of(scene, grammar, phrase) is >= 0 and var holder)
        {
            return new Attribution(SpeakerKind.Person, holder, Ground.Holder);
        }

        return IsOrganisation(phrase)
            ? new Attribution(SpeakerKind.Organisation, -1, Ground.Organisation) { Words = phrase }
            : new Attribution(SpeakerKind.Role, -1, scene.Tokens[phrase.Head].Is(WordClass.Roles | WordClass.RoleNouns) ? Ground.Role : Ground.Nominal) { Words = phrase };
    }

    private bool IsOrganisation(SpeakerPhrase phrase) => scene.Text.IsCapitalised(phrase.Head) && phrase.Head > phrase.First;

    /// <summary>
    /// A quote without a cue: the person that the sentence before it speaks of, when that sentence gives no words itself ("Varga agreed.");
    /// else the speaker of the quote before it in this paragraph, or of the paragraph before.
    /// </summary>
    private Attribution Floating(List<Draft> drafts, Attribution[] found, int i)
    {
        var before = drafts[i].Sentence - 1;
        if (before >= 0 && (i == 0 || drafts[i - 1].Sentence < before) && SubjectOf(before) is { } subject)
        {
            return subject;
        }

        if (i == 0)
        {
            return Attribution.Nobody;
        }

        var last = LastMarked(drafts, i - 1);
        var apart = drafts[i].Paragraph - drafts[last].Paragraph;
        return apart switch
        {
            0 => Inherited(found[last], near: true),
            1 when drafts[i].Frame == Frame.OwnParagraph => Inherited(found[last], near: EndsParagraph(drafts[last])),
            _ => Attribution.Nobody,
        };
    }

    /// <summary>“…,” said Varga, who has asked the council to wait: words reported inside the phrase that names the speaker begin no turn.</summary>
    private static int LastMarked(List<Draft> drafts, int last)
    {
        for (var i = last; i >= 0 && drafts[i].Sentence == drafts[last].Sentence; i--)
        {
            if (drafts[i].Frame == Frame.QuoteThenCue)
            {
                return i;
            }
        }

        return last;
    }

    private bool EndsParagraph(Draft draft) => draft.Sentence == scene.Text.Paragraphs[draft.Paragraph].EndSentence - 1;

    /// <summary>The person who is the subject of a sentence near enough to a floating quote.</summary>
    private Attribution? SubjectOf(int index)
    {
        var sentence = scene.Text.Sentences[index];
        return grammar.MainSubject(sentence, sentence.EndToken) is { Mention: { } mention }
            ? new Attribution(SpeakerKind.Person, mention.Person, Ground.Subject)
            : null;
    }

    private static Attribution Inherited(Attribution source, bool near) => source.Ground == Ground.None ? source : source with
    {
        Ground = source.Person < 0 ? Ground.Nominal
            : near && source.Ground is Ground.FullName or Ground.BareName or Ground.DistantName or Ground.SurePronoun or Ground.Neighbour ? Ground.Neighbour
            : Ground.DistantNeighbour,
    };
}
