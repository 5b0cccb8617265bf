namespace Bot.Digest.Quotes;

/// <summary>Who an article has been speaking of, newest first: what "he" and "she" are resolved against.</summary>
/// <param name="genders">+1 she, -1 he, 0 not known, for each person.</param>
internal sealed class Salience(int[] genders)
{
    /// <summary>More people than this are not remembered, which keeps the work linear.</summary>
    private const int Reach = 12;

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
    /// <param name="sure">True when only one person known to be of that gender is in reach.</param>
    public int Resolve(int gender, int sentence, out bool sure)
    {
        var (best, bestScore, agreeing, open) = (-1, double.MinValue, 0, 0);
        foreach (var seen in _recent)
        {
            var known = genders[seen.Person];
            var distance = sentence - seen.Sentence;
            if (known * gender < 0 || distance > 12)
            {
                continue;
            }

            agreeing += known == gender ? 1 : 0;
            open++;
            var score = -0.7 * distance
                + (seen.Subject ? 1.5 : 0)
                + (known == gender ? 1.0 : 0)
                + (seen.Person == _speaker && sentence - _speakerSentence <= 4 ? 2.0 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (seen.Person, score);
            }
        }

        sure = agreeing == 1 && open == 1;
        return best;
    }
}
