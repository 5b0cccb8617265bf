namespace Bot.Digest.Quotes;

/// <summary>
/// Who an article has been speaking of, newest first: what "he" and "she" are resolved against. The weights were set by hand on annotated
/// articles; what a resolution is worth is measured afterwards, by how clearly it won (<see cref="Clear"/>).
/// </summary>
/// <param name="genders">+1 she, -1 he, 0 not known, for each person.</param>
internal sealed class Salience(int[] genders)
{
    /// <summary>More people than this are not remembered, which keeps the work linear.</summary>
    private const int Reach = 12;

    /// <summary>Nobody is meant who was named longer ago, in sentences.</summary>
    private const int Horizon = 12;

    private const double PerSentence = -0.7;
    private const double AsSubject = 1.5;
    private const double OfThatGender = 1.0;
    private const double AsSpeaker = 2.0;

    /// <summary>A speaker is remembered as one for so many sentences.</summary>
    private const int SpeakerHorizon = 4;

    /// <summary>Ahead of the next candidate by this much: of 101 pronouns of hand-annotated articles that were resolved so, 97 meant that person.</summary>
    private const double Clear = 4;

    /// <summary>Named longer ago than this, in sentences, nobody is meant for certain.</summary>
    private const int ClearHorizon = 2;

    private readonly List<Seen> _recent = new(Reach + 1);

    private readonly record struct Seen(int Person, int Sentence, bool Subject);

    private int _speaker = -1;
    private int _speakerSentence;

    public void See(int person, int sentence, bool subject)
    {
        var known = _recent.FindIndex(seen => seen.Person == person);
        if (known >= 0)
        {
            subject |= _recent[known].Sentence == sentence && _recent[known].Subject;
            _recent.RemoveAt(known);
        }

        _recent.Insert(0, new Seen(person, sentence, subject));
        if (_recent.Count > Reach)
        {
            _recent.RemoveAt(Reach);
        }
    }

    public void Speak(int person, int sentence) => (_speaker, _speakerSentence) = (person, sentence);

    /// <summary>The likeliest person for a pronoun; -1 when nobody fits.</summary>
    /// <param name="gender">+1 she, -1 he.</param>
    /// <param name="sure">True when that person was named lately and is far ahead of everybody else who fits.</param>
    public int Resolve(int gender, int sentence, out bool sure)
    {
        var best = new Seen(-1, 0, false);
        var (bestScore, secondScore) = (double.MinValue, double.MinValue);
        foreach (var seen in _recent)
        {
            var known = genders[seen.Person];
            var distance = sentence - seen.Sentence;
            if (known * gender < 0 || distance > Horizon)
            {
                continue;
            }

            var score = (PerSentence * distance)
                + (seen.Subject ? AsSubject : 0)
                + (known == gender ? OfThatGender : 0)
                + (seen.Person == _speaker && sentence - _speakerSentence <= SpeakerHorizon ? AsSpeaker : 0);
            if (score > bestScore)
            {
                (best, bestScore, secondScore) = (seen, score, bestScore);
            }
            else
            {
                secondScore = Math.Max(secondScore, score);
            }
        }

        sure = best.Person >= 0 && sentence - best.Sentence <= ClearHorizon && bestScore - secondScore >= Clear;
        return best.Person;
    }
}
