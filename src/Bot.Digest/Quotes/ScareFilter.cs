using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>Tells marked words that somebody said from names, titles and words held at a distance.</summary>
internal static class ScareFilter
{
    /// <summary>Fewer words than this inside a sentence without a cue are no quote.</summary>
    private const int Scrap = 5;

    public static bool Keeps(Scene scene, Sentence sentence, TokenRange run, int words)
    {
        if (words < Scrap || IsTitle(scene, run))
        {
            return false;
        }

        var before = run.First - 1;
        return before < sentence.FirstToken || !scene.Tokens[before].Is(WordClass.ScareWords);
    }

    /// <summary>Every long word capitalised: the name of a book or a film.</summary>
    public static bool IsTitle(Scene scene, TokenRange run)
    {
        var lower = 0;
        for (var i = run.First; i < run.End; i++)
        {
            var isLong = scene.Tokens[i].Kind == TokenKind.Word && scene.Tokens[i].Length > 3;
            lower += isLong && !scene.Text.IsCapitalised(i) ? 1 : 0;
        }

        return lower == 0;
    }
}
