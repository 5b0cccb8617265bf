using Bot.Evaluation;

// CMD TASK --input FILE --out FILE: reads annotated data without its answers, calls the library, writes what it found.
// CMD floors --figures FILE --floors FILE: compares a scorer's table with the floors kept in the repository.
var tasks = new Dictionary<string, Action<string, string>>(StringComparer.Ordinal)
{
    ["people"] = PeopleTask.Run,
    ["pages"] = PagesTask.Run,
    ["quotes"] = QuotesTask.Run,
    ["calibrate"] = CalibrateTask.Run,
    ["dates"] = DatesTask.Run,
    ["summaries"] = SummariesTask.Run,
};

if (args is ["floors", "--figures", var figures, "--floors", var floors])
{
    return Floors.Check(figures, floors, Console.Out) ? 0 : 1;
}

if (args is not [var task, "--input", var input, "--out", var output] || !tasks.TryGetValue(task, out var run))
{
    Console.Error.WriteLine($"Usage: TASK --input FILE --out FILE, where TASK is one of: {string.Join(", ", tasks.Keys)}; or floors --figures FILE --floors FILE.");
    return 1;
}

run(input, output);
return 0;
