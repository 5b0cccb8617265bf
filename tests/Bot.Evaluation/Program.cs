using System.Globalization;
using Bot.Evaluation;
using Bot.Evaluation.Digests;
using Bot.Evaluation.Fuzzing;

// CMD TASK --input FILE --out FILE: reads annotated data without its answers, calls the library, writes what it found.
// CMD floors --figures FILE --floors FILE: compares a scorer's table with the floors kept in the repository.
// CMD digests --days N --seed S: composes digests of made-up days with planted stories and compares the choice with the plan and with simple ones.
// CMD feed-files --input FOLDER: reads every file below a folder as whatever a source may serve and reports what went wrong.
// CMD fuzz --input FILE|FOLDER --articles N --seed S: reads very many broken articles and reports what went wrong.
var tasks = new Dictionary<string, Action<string, string>>(StringComparer.Ordinal)
{
    ["people"] = PeopleTask.Run,
    ["pages"] = PagesTask.Run,
    ["feeds"] = FeedsTask.Run,
    ["ssrf"] = EgressTask.Run,
    ["quotes"] = QuotesTask.Run,
    ["calibrate"] = CalibrateTask.Run,
    ["dates"] = DatesTask.Run,
    ["timelines"] = TimelinesTask.Run,
    ["clusters"] = ClustersTask.Run,
    ["neardup"] = NearDuplicatesTask.Run,
    ["summaries"] = SummariesTask.Run,
};

if (args is ["floors", "--figures", var figures, "--floors", var floors])
{
    return Floors.Check(figures, floors, Console.Out) ? 0 : 1;
}

if (args is ["digests", "--days", var days, "--seed", var first])
{
    DigestsRun.Report(int.Parse(days, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture), Console.Out);
    return 0;
}

if (args is ["feed-files", "--input", var folder])
{
    return FeedFilesRun.Report(folder, Console.Out) ? 0 : 1;
}

if (args is ["fuzz", "--input", var seeds, "--articles", var articles, "--seed", var seed])
{
    var fuzzing = new FuzzRun(SeedArticles.Of(seeds), int.Parse(seed, CultureInfo.InvariantCulture));
    return fuzzing.Report(int.Parse(articles, CultureInfo.InvariantCulture), Console.Out) ? 0 : 1;
}

if (args is not [var task, "--input", var input, "--out", var output] || !tasks.TryGetValue(task, out var run))
{
    Console.Error.WriteLine($"Usage: TASK --input FILE --out FILE, where TASK is one of: {string.Join(", ", tasks.Keys)}; floors --figures FILE --floors FILE; digests --days N --seed S; feed-files --input FOLDER; or fuzz --input FILE|FOLDER --articles N --seed S.");
    return 1;
}

run(input, output);
return 0;
