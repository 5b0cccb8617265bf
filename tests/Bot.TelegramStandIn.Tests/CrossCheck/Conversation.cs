using System.Text;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>
/// What people do with a bot like ours, on whatever library it is made: the same words and presses, each answered before the next. What the bot asks
/// of the server is kept by the step in which it does.
/// </summary>
internal sealed class Conversation(TelegramServer server, CancellationToken ct)
{
    private const string List = """<opml version="2.0"><body><outline type="rss" text="Harbour" xmlUrl="https://harbour.example.org/feed"/></body></opml>""";

    private readonly List<(string Step, ApiCall Call)> _calls = [];

    /// <summary>Goes through all steps.</summary>
    /// <param name="next">What the button is called that turns a page.</param>
    /// <returns>What the bot asked of the server, by step.</returns>
    public async Task<IReadOnlyList<(string Step, ApiCall Call)>> HoldAsync(string next)
    {
        var ana = server.User("Ana", "ana");
        var forum = server.Chat(ChatKind.Supergroup, "Harbour", ana, isForum: true);
        await StepAsync("start", () => server.Calls.NextAsync(call => call.Method == "getUpdates", ct));
        var latest = await StepAsync("a question in private", () => AnswerToAsync(ana.Says("/latest")));
        await StepAsync("a page is turned", () => PressAsync(ana, latest, next));
        await StepAsync("taken into a forum", () => AskedAgainAsync(() => ana.AddsBot(forum)));
        var topic = ana.OpensTopic(forum, "News");
        var inTopic = await StepAsync("a question in a topic", () => AnswerToAsync(ana.Says("/latest", forum, topic)));
        Assert.Equal(topic.Id, inTopic.Topic);
        await StepAsync("a file is sent", () => AnswerToAsync(ana.SendsDocument("feeds.opml", Encoding.UTF8.GetBytes(List), "/source import")));
        await StepAsync("a file is asked for", () => AnswerToAsync(ana.Says("/source export")));
        Assert.NotNull(server.Sent.All[^1].Document);
        server.Mishaps.Next(Mishap.TooMany(1), "sendMessage");
        await StepAsync("too fast", () => AnswerToAsync(ana.Says("/help")));
        await StepAsync("a question behind the bot's name", () => ana.Asks("varga").AnsweredAsync(ct));
        await StepAsync("thrown out", () => AskedAgainAsync(() => ana.KicksBot(forum)));
        return _calls;
    }

    private async Task<T> StepAsync<T>(string name, Func<Task<T>> act)
    {
        var result = await act();
        await server.Updates.ConfirmedAsync(ct);
        _calls.AddRange(server.Calls.All.Skip(_calls.Count).Select(call => (name, call)));
        return result;
    }

    private async Task<Message> AnswerToAsync(Message said) => await server.Sent.NextAsync(message => message.Chat == said.Chat && message.Id > said.Id, ct);

    private async Task<Message> PressAsync(Person who, Message message, string label)
    {
        var press = who.Presses(message, label);
        await server.Edited.NextAsync(edited => edited == message, ct);
        await press.AnsweredAsync(ct);
        return message;
    }

    private async Task<ApiCall> AskedAgainAsync(Action happens)
    {
        happens();
        await server.Updates.ConfirmedAsync(ct);
        return server.Calls.All[^1];
    }
}
