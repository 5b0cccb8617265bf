using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Web;

/// <summary>The conversation in the browser. Whoever reaches it acts as the operator and asks the default set.</summary>
public sealed class WebPlatform(
    CommandDispatcher dispatcher, CommandCompletion completion, Greeting greeting, Conversations conversations, WebPosts posts, VisitorSeals seals,
    WebAssets assets, IOptions<ChatOptions> chat, TimeProvider clock)
{
    private readonly WebPage _page = new(assets, chat.Value.TimeZone);

    /// <summary>GET /: the page.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var visitor = Visitor.Of(context);
        var turns = (conversations.Find(visitor)?.Turns ?? []).Concat(await posts.ReadAsync(ct)).OrderBy(turn => turn.At).ToList();
        return Html(_page.Conversation(seals.Seal(visitor, VisitorSeals.Form), await greeting.WriteAsync(ct), turns));
    }

    /// <summary>POST /ask: a typed line, or the command of a button in answer <c>turn</c>. With <c>part</c> the new turn alone, for the script.</summary>
    public async Task<IResult> AskAsync(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        var visitor = Visitor.Of(context);
        var line = form["line"].ToString().Trim();
        if (line.Length == 0)
        {
            return Results.Redirect("/");
        }

        var reply = await dispatcher.RunAsync(Request(line), ct);
        var turn = Keep(conversations.Open(visitor), line, form["turn"], reply);
        return form.ContainsKey("part")
            ? Html(_page.Message(turn, seals.Seal(visitor, VisitorSeals.Form)).ToString())
            : Shown(turn);
    }

    /// <summary>POST /import: a list of feeds as a file, as if it were attached to the command.</summary>
    public async Task<IResult> ImportAsync(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            return Results.Redirect("/");
        }

        var (file, command) = (form.Files[0], $"/{SourceImportCommand.Name}");
        var reply = await dispatcher.RunAsync(Request(command) with { ReadFile = (_, most, reading) => ReadAsync(file, most, reading) }, ct);
        return Shown(conversations.Open(Visitor.Of(context)).Add($"{command} {file.FileName}", reply, clock.GetUtcNow()));
    }

    /// <summary>GET /posts?after=…: what was posted since, the oldest first, for the script.</summary>
    public async Task<IResult> PostsAsync(HttpContext context, int after, CancellationToken ct)
    {
        var form = seals.Seal(Visitor.Of(context), VisitorSeals.Form);
        return Html(Markup.Of((await posts.ReadAsync(ct)).Where(turn => turn.Post > after).Select(turn => _page.Message(turn, form))).ToString());
    }

    /// <summary>GET /complete?line=…: how the line can go on, as JSON.</summary>
    public async Task<IResult> CompleteAsync(string? line, CancellationToken ct) =>
        Results.Json(await completion.CompleteAsync(CommunityId.DefaultSet, Access.Operator, line ?? "", ct));

    /// <summary>POST /clear: an empty conversation.</summary>
    public Task<IResult> ClearAsync(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        conversations.Clear(Visitor.Of(context));
        return Task.FromResult(Results.Redirect("/"));
    }

    private static async Task<GivenFile?> ReadAsync(IFormFile file, int most, CancellationToken ct)
    {
        var bytes = new byte[Math.Min(most, file.Length)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return new GivenFile(file.FileName, bytes);
    }

    private static IResult Shown(Turn turn) => Results.Redirect($"/#turn-{turn.Number}", permanent: false, preserveMethod: false);

    private static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");

    // A button that only turns the page changes its answer in place; everything else is a new question.
    private Turn Keep(Conversation conversation, string line, string? pressedIn, Reply reply) =>
        (CommandDispatcher.TurnsPage(line) && int.TryParse(pressedIn, out var number) ? conversation.Replace(number, reply) : null)
        ?? conversation.Add(line, reply, clock.GetUtcNow());

    private CommandRequest Request(string line) => new()
    {
        Line = line,
        Chat = WebPosts.Channel,
        Community = CommunityId.DefaultSet,
        User = WebPosts.Channel.Platform,
        Access = Access.Operator,
        Zone = chat.Value.TimeZone,
        KnowsZone = true,
        Language = CultureInfo.CurrentUICulture,
    };
}
