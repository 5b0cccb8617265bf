using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>What stands between two marks of a sentence: German parts its clauses by commas.</summary>
/// <param name="First">First token, without the mark before it.</param>
/// <param name="End">One past the last.</param>
/// <param name="IsRun">It is one quotation and nothing else.</param>
internal readonly record struct Clause(int First, int End, bool IsRun);

/// <summary>Parts a sentence into clauses.</summary>
internal static class Clauses
{
    private const int LongestBracket = 20; // tokens

    private const WordClass Verbs = WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.SeparableVerbs | WordClass.NamingVerbs;

    public static void Find(Scene scene, Sentence sentence, List<Clause> clauses)
    {
        clauses.Clear();
        var first = sentence.FirstToken;
        for (var i = first; i < sentence.EndToken; i++)
        {
            if (scene.IsQuoted(i))
            {
                var end = Math.Min(scene.RunRange(scene.RunOf(i)).End, sentence.EndToken);
                if (i == first && IsWhole(scene, sentence, end))
                {
                    clauses.Add(new Clause(i, end, true));
                    first = end;
                    if (JoinsRun(scene, sentence, end))
                    {
                        first = ++end;
                    }
                }

                i = end - 1;
            }
            else if (scene.Text.Word(i) is "(")
            {
                i = AfterBracket(scene, sentence, i) - 1;
            }
            else if (IsMark(scene, i) && !(scene.Text.Word(i) is "." && i > first && scene.Tokens[i - 1].Kind == TokenKind.Number && i + 1 < sentence.EndToken))
            {
                Add(clauses, first, i);
                first = i + 1;
            }
            else if (i > first && scene.Text.Word(i) is "und" or "aber" or "doch" && i + 1 < sentence.EndToken && scene.Tokens[i + 1].Is(Verbs) && !scene.Text.IsCapitalised(i + 1))
            {
                Add(clauses, first, i);
                first = i;
            }
        }

        Add(clauses, first, sentence.EndToken);
    }

    /// <summary>Whether a quotation that begins a clause is all of it: a mark, a verb or another quotation follows.</summary>
    private static bool IsWhole(Scene scene, Sentence sentence, int end) =>
        end == sentence.EndToken || IsMark(scene, end) || scene.Tokens[end].Is(Verbs) || scene.Text.Word(end) is "so" or "heißt" or "hieß"
        || (scene.Text.Text[scene.Tokens[end - 1].Start - 1] is '?' or '!' && !scene.Text.IsCapitalised(end)) || JoinsRun(scene, sentence, end);

    /// <summary>„…“ und „…“</summary>
    private static bool JoinsRun(Scene scene, Sentence sentence, int end) =>
        end + 1 < sentence.EndToken && scene.Text.Word(end) is "und" && scene.IsQuoted(end + 1);

    private static void Add(List<Clause> clauses, int first, int end)
    {
        if (end > first)
        {
            clauses.Add(new Clause(first, end, false));
        }
    }

    private static bool IsMark(Scene scene, int i) =>
        scene.Text.Word(i) is "," or ";" or ":" or "–" or "—" or "--" or "-" or "." or "!" or "?" or "…";

    private static int AfterBracket(Scene scene, Sentence sentence, int open)
    {
        for (var i = open + 1; i < Math.Min(sentence.EndToken, open + LongestBracket); i++)
        {
            if (scene.Text.Word(i) is ")")
            {
                return i + 1;
            }
        }

        return open + 1;
    }
}
