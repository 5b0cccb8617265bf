using Bot.Evaluation;

// CMD TASK --input FILE --out FILE: reads annotated data without its answers, calls the library, writes what it found.
var tasks = new Dictionary<string, Action<string, string>>(StringComparer.Ordinal)
{
    ["people"] = PeopleTask.Run,
    ["pages"] = PagesTask.Run,
    ["quotes"] = QuotesTask.Run,
    ["calibrate"] = CalibrateTask.Run,
    ["dates"] = DatesTask.Run,
    ["summaries"] = SummariesTask.Run,
};

if (args is not [var task, "--input", var input, "--out", var output] || !tasks.TryGetValue(task, out var run))
{
    Console.Error.WriteLine($"Usage: TASK --input FILE --out FILE, where TASK is one of: {string.Join(", ", tasks.Keys)}.");
    return 1;
}

run(input, output);
return 0;
