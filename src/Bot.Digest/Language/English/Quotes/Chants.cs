using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>What a crowd calls: chants of “Stay here!”, to shouts of “Varga!” and “Feld!”.</summary>
internal static class Chants
{
    public static void Read(SentenceReading reading)
    {
        var scene = reading.Scene;
        for (var i = Math.Max(reading.Free, reading.Sentence.FirstToken) + 2; i < reading.Sentence.EndToken; i++)
        {
            if (!scene.IsQuoted(i))
            {
                continue;
            }

            if (scene.Text.Word(i - 1) is "of" && scene.Text.Word(i - 2) is "chants" or "chant" or "shouts" or "cries" or "cheers" or "choruses" or "screams" && !scene.IsQuoted(i - 2))
            {
                Add(reading, i - 2, i);
            }

            i = scene.RunRange(scene.RunOf(i)).End - 1;
        }
    }

    private static void Add(SentenceReading reading, int noun, int open)
    {
        var scene = reading.Scene;
        var first = noun > reading.Sentence.FirstToken && scene.Tokens[noun - 1].Is(WordClass.Determiners) ? noun - 1 : noun; // "their chants"
        var chant = new Cue(noun, noun, open, CueForm.Finite) { Classes = WordClass.SpeechVerbs };
        while (open < reading.Sentence.EndToken && scene.IsQuoted(open))
        {
            var range = scene.RunRange(scene.RunOf(open));
            reading.Add(Frame.CueThenQuote, [range], chant, new SpeakerPhrase(first, noun + 1, PhraseKind.Nominal, null, noun));
            open = range.End < reading.Sentence.EndToken && scene.Text.Word(range.End) is "and" or "," ? range.End + 1 : range.End;
        }

        reading.Free = Math.Max(reading.Free, open);
    }
}
