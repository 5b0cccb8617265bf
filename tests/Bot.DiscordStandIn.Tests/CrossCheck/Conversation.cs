using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Tests.CrossCheck;

/// <summary>
/// What members of a server do with a bot like ours, on whatever library it is made: the same commands and presses, each answered before the next. What the
/// bot asks of Discord is kept by the step in which it does.
/// </summary>
internal sealed class Conversation(StandInDiscord discord, Guild guild, CancellationToken ct)
{
    private const string List = """<opml version="2.0"><body><outline type="rss" text="Harbour" xmlUrl="https://harbour.example.org/feed"/></body></opml>""";

    private readonly List<(string Name, DateTimeOffset Since, Interaction? Asked)> _steps = [("start", DateTimeOffset.MinValue, null)];

    /// <summary>Goes through all steps.</summary>
    /// <param name="next">What the button is called that turns a page.</param>
    /// <param name="postAsync">Lets the bot post the same twice in a channel, as after a lost answer, and correct it.</param>
    public async Task HoldAsync(string next, Func<Channel, Member, Task> postAsync)
    {
        var admin = guild.Member("ada", Permissions.Ordinary | Permissions.ManageGuild);
        var card = await AskAsync("a card is asked for", () => admin.Runs("/who", ("person", "varga")));
        await AskAsync("a page is turned", () => admin.PressesLabelled(card, next));
        Begin("a name is typed", admin.Autocompletes("/who", "person", "Ilse"));
        Assert.NotEmpty(await _steps[^1].Asked!.SuggestionsAsync(ct));
        await AskAsync("a file is given", () => admin.Attaches("/source import", "file", new AttachedFile("feeds.opml", System.Text.Encoding.UTF8.GetBytes(List))));
        var file = await AskAsync("a file is asked for", () => admin.Runs("/source export"));
        Assert.NotEmpty(file.Files);
        var digests = guild.AddChannel("digests");
        Begin("a digest is posted twice and corrected");
        await postAsync(digests, admin);
        Assert.Equal(1, Assert.Single(digests.Messages).Edits);
    }

    /// <summary>What the bot asked of Discord; to be called when it has ended, since nothing is on its way then.</summary>
    public IReadOnlyList<(string Step, Rest.RestRequest Request)> Requests() => [.. discord.Requests.All.Select(request => (StepOf(request), request))];

    private Task<PostedMessage> AskAsync(string step, Func<Interaction> ask)
    {
        var asked = ask();
        Begin(step, asked);
        return asked.ReplyAsync(ct);
    }

    private void Begin(string step, Interaction? asked = null) => _steps.Add((step, asked?.AskedAt ?? discord.World.Clock.GetUtcNow(), asked));

    /// <summary>By the interaction that a request answers; others by their time.</summary>
    private string StepOf(Rest.RestRequest request) =>
        _steps.Find(step => step.Asked is { } asked && request.Path.Contains(asked.Token, StringComparison.Ordinal)).Name
        ?? _steps.FindLast(step => step.Since <= request.At).Name;
}
