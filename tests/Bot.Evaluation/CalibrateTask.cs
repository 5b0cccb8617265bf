using System.Globalization;
using System.Text.Json;
using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Evaluation;

/// <summary>
/// Counts how often speakers are right by what they rest on: annotated quotes in, the table of confidences out.
/// A second table says what the numbers are worth on outlets they were not counted on (five folds by outlet), a third how often each kind that
/// would be shown was right in each half of the outlets.
/// </summary>
public static class CalibrateTask
{
    private const int Folds = 5;

    private const double SameWords = 0.8;

    /// <summary>A quote that was found among the annotated ones.</summary>
    /// <param name="Fold">One of <see cref="Folds"/>.</param>
    /// <param name="Half">0 or 1, across the folds.</param>
    private sealed record Observation(string Basis, bool IsPerson, bool Right, int Fold, int Half);

    public static void Run(string input, string output)
    {
        var seen = JsonLines.Read(input).SelectMany(Observe).ToList();
        var lines = Table(seen).OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key} {row.Value.Right} {row.Value.Of}"));
        File.WriteAllLines(output, [
            .. lines,
            "", "people", .. Unseen([.. seen.Where(one => one.IsPerson)]),
            "", "kinds of people in two halves", .. Halves([.. seen.Where(one => one.IsPerson)]),
            .. seen.Where(one => !one.IsPerson).GroupBy(one => one.Basis.Split('/')[^1]).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .SelectMany(kind => (IEnumerable<string>)["", $"no person: {kind.Key}", .. Unseen([.. kind])]),
        ]);
    }

    private static Dictionary<string, MeasuredSpeakers> Table(IEnumerable<Observation> seen) =>
        seen.GroupBy(one => one.Basis).ToDictionary(
            group => group.Key,
            group => new MeasuredSpeakers(group.Count(one => one.Right), group.Count()));

    /// <summary>Precision and share of what would be shown by default, on folds that the table was not counted on, and over all of them.</summary>
    private static IEnumerable<string> Unseen(List<Observation> seen)
    {
        var (right, shown) = (0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var table = Table(seen.Where(one => one.Fold != fold));
            var rest = seen.Where(one => one.Fold == fold).ToList();
            var named = rest.Where(one => table.TryGetValue(one.Basis, out var row) && row.Share >= QuoteConfidence.Shown).ToList();
            var wellNamed = named.Count(one => one.Right);
            (right, shown) = (right + wellNamed, shown + named.Count);
            yield return Line($"fold {fold}", wellNamed, named.Count, rest.Count);
        }

        yield return Line("all folds", right, shown, seen.Count);
    }

    private static IEnumerable<string> Halves(List<Observation> seen) =>
        seen.GroupBy(one => one.Basis).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Where(kind => Table(kind)[kind.Key].Share >= QuoteConfidence.Shown)
            .Select(kind => $"{kind.Key}: {string.Join(", ", Enumerable.Range(0, 2).Select(half => string.Create(
                CultureInfo.InvariantCulture, $"{kind.Count(one => one.Half == half && one.Right)} of {kind.Count(one => one.Half == half)}")))}");

    private static string Line(string title, int right, int shown, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{title}: shown {shown} of {of} ({100.0 * shown / Math.Max(1, of):0.0} %), right {100.0 * right / Math.Max(1, shown):0.0} %");

    private static IEnumerable<Observation> Observe(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        var article = new Article { Title = "", Text = text, Published = DateTimeOffset.UnixEpoch };
        var offsets = new CodePoints(text);
        var answers = line.GetProperty("quotes").EnumerateArray().ToList();
        var gold = answers.FindAll(answer => IsByPerson(answer) || HasNoNames(answer));
        var hash = StableHash(FoldKey(line));
        var (fold, half) = ((int)(hash % Folds), (int)(hash / Folds % 2));
        foreach (var quote in Understanding.Read(article).Quotes.Where(quote => !quote.IsShared))
        {
            // Words that hold no name tell nothing about who was found through a role.
            var tells = quote.Person is not null && !(quote.Basis.EndsWith("/Holder", StringComparison.Ordinal) && gold.Exists(HasNoNames));
            if (tells && Closest(gold, quote, offsets) is { Count: > 0 } matches && !Closest(answers, quote, offsets).Exists(IsUnresolved))
            {
                yield return new Observation(quote.Basis, true, matches.Exists(match => IsBy(match, quote.Speaker!)), fold, half);
            }

            // Who is no person is called by the printed words: they are right where the annotated words are the same or a part of them.
            if (quote is { Person: null, Speaker: not null, SpeakerMention: { } mention } && Closest(answers, quote, offsets) is { Count: > 0 } said)
            {
                yield return new Observation(quote.Basis, false, said.Exists(answer => IsSpeaker(answer, offsets.At(mention.Start), offsets.At(mention.End))), fold, half);
            }
        }
    }

    /// <summary>
    /// The answers for the same words; none where all are about others. Words that are annotated twice (“…,” said Lind according to the Evening
    /// Post) have two speakers, and either is right.
    /// </summary>
    private static List<JsonElement> Closest(List<JsonElement> answers, Quote quote, CodePoints offsets)
    {
        var overlaps = answers.ConvertAll(answer => Overlap(answer, quote, offsets));
        var best = overlaps.DefaultIfEmpty().Max();
        return best < SameWords ? [] : [.. answers.Where((_, i) => overlaps[i] == best)];
    }

    private static bool IsBy(JsonElement answer, string found) => HasNoNames(answer)
        ? HoldsSurname(answer.GetProperty("speaker").GetString()!, found)
        : SameSurname(answer.GetProperty("speaker_full").GetString()!, found) || IsNamedThere(answer, found);

    private static bool IsSpeaker(JsonElement answer, int start, int end) =>
        answer.TryGetProperty("speaker_start", out var first) && first.ValueKind == JsonValueKind.Number
        && Math.Min(end, answer.GetProperty("speaker_end").GetInt32()) > Math.Max(start, first.GetInt32());

    /// <summary>German articles are annotated with the words that name the speaker and no more; a pronoun there tells nothing.</summary>
    private static bool HasNoNames(JsonElement answer) =>
        answer.GetProperty("speaker_is_person").ValueKind == JsonValueKind.Null && answer.GetProperty("speaker_full").ValueKind == JsonValueKind.Null
        && answer.GetProperty("mention").GetString() == "nominal";

    /// <summary>The last word of the found name among the printed ones, or its first at their end, as where a family name leads ("General Sung" for Sung Min-ho).</summary>
    private static bool HoldsSurname(string words, string found)
    {
        string[] printed = [.. words.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.'))];
        var name = found.Split(' ');
        return printed.Contains(name[^1].TrimEnd('.'), StringComparer.OrdinalIgnoreCase) || (printed is [.., var last] && string.Equals(last, name[0], StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsByPerson(JsonElement answer) =>
        answer.GetProperty("speaker_is_person").ValueKind == JsonValueKind.True
        && answer.GetProperty("speaker_full_src").GetString() is "gold" or "explicit" // the others were resolved by a machine, often wrongly
        && answer.GetProperty("speaker_full").GetString() != "";

    /// <summary>In "Lind replied that “it is ours,” she said", the same words are annotated twice, and who "she" is, is not told.</summary>
    private static bool IsUnresolved(JsonElement answer) =>
        answer.GetProperty("mention").GetString() == "pronoun" && answer.GetProperty("speaker_full").ValueKind == JsonValueKind.Null;

    /// <summary>
    /// Where the annotated person was picked by machine as the first name of the speaker's words ("Lind campaign manager Omar Feld"),
    /// the whole name at their end is right too.
    /// </summary>
    private static bool IsNamedThere(JsonElement answer, string found) =>
        answer.GetProperty("speaker_full_src").GetString() == "explicit"
        && answer.GetProperty("speaker").GetString()!.TrimEnd(',', ' ').Split(',', 2)[0].EndsWith(found, StringComparison.OrdinalIgnoreCase);

    /// <summary>Folds by outlet; the articles of one German outlet by themselves.</summary>
    private static string FoldKey(JsonElement line) =>
        line.GetProperty("dataset").GetString() == "wikinews-de" ? line.GetProperty("id").GetString()! : line.GetProperty("outlet").GetString() ?? "";

    private static double Overlap(JsonElement answer, Quote quote, CodePoints offsets)
    {
        var (from, to) = (answer.GetProperty("start").GetInt32(), answer.GetProperty("end").GetInt32());
        return quote.Pieces.Max(piece =>
        {
            var (start, end) = (offsets.At(piece.Start), offsets.At(piece.End));
            var shared = Math.Min(to, end) - Math.Max(from, start);
            return shared / (double)(Math.Max(to, end) - Math.Min(from, start));
        });
    }

    /// <summary>The last word of both, or the first of both where a family name leads.</summary>
    private static bool SameSurname(string expected, string found)
    {
        var (one, other) = (expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return string.Equals(one[^1], other[^1], StringComparison.OrdinalIgnoreCase)
            || (one.Length > 1 && other.Length > 1 && string.Equals(one[0], other[0], StringComparison.OrdinalIgnoreCase) && string.Equals(one[1], other[1], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>FNV-1a: the same fold on every machine and run.</summary>
    private static uint StableHash(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
