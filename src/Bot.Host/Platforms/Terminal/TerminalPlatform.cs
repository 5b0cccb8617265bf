using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Terminal;

/// <summary>The conversation with the person at this machine, who is the operator.</summary>
public sealed class TerminalPlatform(CommandDispatcher dispatcher, CommandCompletion completion, TerminalPosts posts, IOptions<ChatOptions> options)
{
    internal const string Name = "terminal";

    private static readonly string[] Farewells = ["/quit", "/exit"];

    /// <summary>Answers one line. A file under the answer is put into the working directory.</summary>
    public async Task<Reply> AskAsync(string line, CancellationToken ct)
    {
        var reply = await dispatcher.RunAsync(
            new CommandRequest
            {
                Line = line,
                Chat = new ChatAddress(Name, Name, Name),
                Community = CommunityId.DefaultSet,
                User = Name,
                Access = Access.Operator,
                Zone = options.Value.TimeZone,
                KnowsZone = true,
                Language = InterfaceLanguages.Nearest(CultureInfo.CurrentUICulture.Name),
                ReadFile = LocalFiles.ReadAsync,
            },
            ct);
        Speak(reply);
        return await LocalFiles.SaveAsync(reply, Directory.GetCurrentDirectory(), ct);
    }

    /// <summary>How the text before the caret can go on.</summary>
    public Task<IReadOnlyList<Completion>> CompleteAsync(string typed, CancellationToken ct) =>
        completion.CompleteAsync(CommunityId.DefaultSet, Access.Operator, typed, ct);

    /// <summary>Says what a newcomer should know, and how to leave; the buttons under it can be pressed at once.</summary>
    public async Task<Reply> GreetAsync(TextWriter output, Func<TerminalFeatures> features, CancellationToken ct)
    {
        var start = await AskAsync(StartCommand.Line, ct);
        Speak(start);
        var greeting = start with { Blocks = [.. start.Blocks, new Note(Words.TerminalKeys(Farewells[0]))] };
        await output.WriteLineAsync(new TerminalRenderer(features(), goesOn: true).Render(greeting).AsMemory(), ct);
        return greeting;
    }

    /// <summary>Answers line after line, and shows what is posted, until there are no more lines or a farewell is typed.</summary>
    /// <param name="lines">What is typed.</param>
    /// <param name="greeting">What stands above the first line; null for nothing.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="features">What the output can show now: a window changes its width.</param>
    public async Task ConverseAsync(ILineSource lines, Reply? greeting, TextWriter output, Func<TerminalFeatures> features, CancellationToken ct)
    {
        var shown = greeting ?? Reply.Ok();
        using var conversation = posts.Begin(post =>
        {
            shown = post with { Language = shown.Language };
            lines.Show(new TerminalRenderer(features(), goesOn: true).Render(post));
        });
        while (await lines.ReadAsync(ct) is { } typed && !Farewells.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var reply = await ReplyToAsync(typed.Trim(), shown, ct);
            if (reply is null)
            {
                continue;
            }

            if (reply.Kind != ReplyKind.Problem)
            {
                shown = reply;
            }

            await output.WriteLineAsync(new TerminalRenderer(features(), goesOn: true).Render(reply).AsMemory(), ct);
            await output.FlushAsync(ct);
        }
    }

    /// <summary>A number stands for the button of the last answer that has it.</summary>
    private async Task<Reply?> ReplyToAsync(string typed, Reply shown, CancellationToken ct)
    {
        var choices = TerminalRenderer.Choices(shown);
        if (typed.Length == 0)
        {
            return null;
        }

        if (choices.Count == 0 || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return await AskAsync(typed, ct);
        }

        if (number >= 1 && number <= choices.Count)
        {
            return await AskAsync(choices[number - 1].Command, ct);
        }

        Speak(shown);
        return Reply.Problem(Words.NoSuchChoice(number, choices.Count));
    }

    /// <summary>What is said about a reply is said in its language. Flows into what the calling method calls, and ends with it.</summary>
    private static void Speak(Reply reply) => CultureInfo.CurrentUICulture = reply.Language;
}
