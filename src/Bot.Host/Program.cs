using Bot.Host;
using Bot.Host.CommandLine;

return await CommandRun.RunAsync(WholeProgram.Parts, args, Console.Out, Console.Error);
