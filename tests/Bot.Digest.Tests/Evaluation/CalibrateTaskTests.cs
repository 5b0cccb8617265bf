using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Evaluation;

namespace Bot.Digest.Tests.Evaluation;

public sealed class CalibrateTaskTests
{
    private const string Cast = "Die Ministerin Anna Krüger und der Hafenchef Sung Min-ho waren am Montag auf der Insel und sprachen mit den Leuten.\n\n";

    private const string Pronoun = "sie";

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_speaker_who_is_named_in_the_annotated_words_is_right() =>
        Assert.Contains("Cue/BareName 1 1", Counted("„Wir schließen nicht“, sagte Krüger.", ("„Wir schließen nicht“", "Krüger")));

    [Fact]
    public void A_speaker_who_is_not_named_in_the_annotated_words_is_wrong() =>
        Assert.Contains("Cue/BareName 0 1", Counted("„Wir schließen nicht“, sagte Krüger.", ("„Wir schließen nicht“", "die Behörde")));

    [Fact]
    public void Of_words_that_are_annotated_twice_either_speaker_is_right() =>
        Assert.Contains("Cue/BareName 1 1", Counted("„Wir schließen nicht“, sagte Krüger.", ("„Wir schließen nicht“", "die Inselpost"), ("„Wir schließen nicht“", "Krüger")));

    [Fact]
    public void Words_that_are_annotated_twice_tell_nothing_where_a_pronoun_is_one_speaker() =>
        Assert.DoesNotContain(
            Counted("„Wir schließen nicht“, sagte Krüger.", ("„Wir schließen nicht“", "die Inselpost"), ("„Wir schließen nicht“", Pronoun)),
            line => line.StartsWith("Cue/BareName", StringComparison.Ordinal));

    [Fact]
    public void The_answer_for_the_very_words_counts_before_one_for_more_of_them() =>
        Assert.Contains("Cue/BareName 1 1", Counted(
            "„Wir schließen bis zum nächsten Herbst ganz sicher nicht“, sagte Krüger.",
            ("„Wir schließen bis zum nächsten Herbst ganz sicher nicht“, sagte", "die Inselpost"), ("„Wir schließen bis zum nächsten Herbst ganz sicher nicht“", "Krüger")));

    [Fact]
    public void Each_kind_that_would_be_shown_is_counted_in_two_halves()
    {
        var lines = Counted(string.Join(' ', Enumerable.Repeat("„Wir schließen nicht“, sagte Anna Krüger.", 20)), ("„Wir schließen nicht“", "Anna Krüger"));

        Assert.Contains("Cue/FullName 20 20", lines);
        Assert.Contains(lines, line => line is "Cue/FullName: 20 of 20, 0 of 0" or "Cue/FullName: 0 of 0, 20 of 20");
    }

    private static string[] Counted(string text, params (string Words, string Speaker)[] answers)
    {
        var all = Cast + text;
        var quotes = answers.SelectMany(answer => Places(all, answer.Words).Select(start => AnswerAt(start, answer.Words, answer.Speaker)));
        var line = JsonSerializer.Serialize(new { id = "a", dataset = "wikinews-de", outlet = "Inselpost", text = all, quotes }, _plain);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.jsonl"), Path.Combine(folder.FullName, "out.txt"));
            File.WriteAllText(input, line);
            CalibrateTask.Run(input, output);
            return File.ReadAllLines(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static object AnswerAt(int start, string words, string speaker)
    {
        var (end, nothing) = (start + words.Length, (string?)null);
        return new { start, end, type = "direct", speaker, mention = speaker == Pronoun ? "pronoun" : "nominal", speaker_full = nothing, speaker_is_person = nothing, speaker_start = nothing, speaker_end = nothing };
    }

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}
