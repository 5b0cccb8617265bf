using Bot.Digest.Chat;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;
using Button = Bot.Digest.Chat.Button;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Answers that take longer than Discord waits: put off within three seconds, and given in their place while there is one.</summary>
public sealed class SlowAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SlowCommand _slow = new();
    private readonly DeskOnAStandstill _desk;

    public SlowAnswerTests() => _desk = new(_slow);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Member Ada => field ??= _desk.Known(_desk.Harbour.Member("Ada"));

    private Channel Direct => _desk.Discord.World.PrivateChannel(Ada.User);

    /// <summary>What went wrong with interactions, in the log's words.</summary>
    private IEnumerable<string> Wrong => _desk.Log.Lines.Where(line => line.Contains("interaction", StringComparison.OrdinalIgnoreCase));

    public async ValueTask InitializeAsync() => await _desk.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_desk.Discord.Violations.All);
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_takes_longer_is_put_off_in_time_and_arrives_in_its_place(bool isInServer)
    {
        var asked = (isInServer ? Ada : _desk.Known(_desk.Discord.World.Person("Cleo"))).Runs("slow");
        var handling = await PutOffAsync(asked);
        Assert.Equal((Acknowledgement.Deferred, true, isInServer), (asked.Acknowledged, asked.Original!.IsLoading, asked.Original.IsEphemeral));
        Assert.InRange(asked.TookToAcknowledge!.Value, TimeSpan.Zero, Interaction.TimeToAcknowledge);

        _desk.Clock.Advance(TimeSpan.FromMinutes(14));
        await AnswerAsync(handling);

        Assert.Same(asked.Original, await asked.ReplyAsync(Ct).WaitAsync(Patience.Long, Ct));
        Assert.Equal(("the pier stays open", false, isInServer), (asked.Original.Text, asked.Original.IsLoading, asked.Original.IsEphemeral));
        Assert.Empty(asked.FollowUps);
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task What_comes_too_late_to_be_acknowledged_runs_no_command()
    {
        var asked = Ada.Runs("slow");
        _desk.Clock.Advance(Interaction.TimeToAcknowledge + Second);

        await _desk.Handle(asked, Ct).Ended.WaitAsync(Patience.Long, Ct);

        Assert.Equal(Acknowledgement.None, asked.Acknowledged);
        Assert.Equal(404, Assert.Single(_desk.Discord.Requests.All).Status);
        Assert.Equal(0, _slow.Calls);
        Assert.StartsWith("Warning", Assert.Single(Wrong), StringComparison.Ordinal);
    }

    /// <summary>What it did cannot be taken back: whoever asked is told, although Discord keeps no place for the answer any more.</summary>
    [Fact]
    public async Task What_a_command_that_was_begun_answers_too_late_comes_as_a_direct_message()
    {
        var asked = Ada.Runs("slow");
        var handling = _desk.Handle(asked, Ct);
        _desk.Clock.Advance(Interaction.TimeToAcknowledge + Second);
        await handling.Answered.WaitAsync(Patience.Long, Ct);

        await AnswerAsync(handling);

        Assert.Equal((Acknowledgement.None, 1), (asked.Acknowledged, _slow.Calls));
        Assert.Equal($"{DiscordWords.Late}\nthe pier stays open", Assert.Single(Direct.Messages).Text);
    }

    [Fact]
    public async Task What_comes_rather_late_is_put_off_before_anything_is_done()
    {
        var asked = Ada.Runs("slow");
        _desk.Clock.Advance(TimeSpan.FromSeconds(2.5));

        var handling = _desk.Handle(asked, Ct);
        await handling.Answered.WaitAsync(Patience.Long, Ct);
        await AnswerAsync(handling);

        Assert.Equal((Acknowledgement.Deferred, "the pier stays open"), (asked.Acknowledged, asked.Original!.Text));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task An_answer_whose_place_is_gone_comes_as_a_direct_message_without_buttons_that_would_ask_there()
    {
        var asked = Ada.Runs("slow");
        var handling = await PutOffAsync(asked);

        _desk.Clock.Advance(Interaction.TokenLife);
        await AnswerAsync(handling);

        var message = Assert.Single(Direct.Messages);
        Assert.Equal($"{DiscordWords.Late}\nthe pier stays open", message.Text);
        Assert.Empty(message.Buttons);
        Assert.True(asked.Original!.IsLoading);
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task An_answer_whose_place_is_gone_and_whose_asker_takes_no_messages_ends_with_a_line_in_the_log()
    {
        var asked = Ada.Runs("slow");
        var handling = await PutOffAsync(asked);
        Direct.RefusesBot = true;

        _desk.Clock.Advance(Interaction.TokenLife);
        await AnswerAsync(handling, new string('a', 4000), new string('b', 4000));

        Assert.Empty(Direct.Messages);
        Assert.Single(Wrong);
        Assert.Single(_desk.Discord.Requests.Of("create_message"));
    }

    [Fact]
    public async Task A_page_that_takes_longer_is_put_off_and_changes_its_message()
    {
        var card = await CardAsync("/slow page:2");
        var press = Ada.PressesLabelled(card, "›");

        var handling = await PutOffAsync(press);
        Assert.Equal(Acknowledgement.DeferredUpdate, press.Acknowledged);
        Assert.False(card.IsLoading);
        await AnswerAsync(handling);

        Assert.Same(card, await press.ReplyAsync(Ct).WaitAsync(Patience.Long, Ct));
        Assert.Equal(("the pier stays open", 1), (card.Text, card.Edits));
        Assert.Empty(press.FollowUps);
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task A_page_of_a_command_that_is_too_long_for_a_button_changes_its_message_too()
    {
        var card = await CardAsync($"/slow words:\"{new string('a', 120)}\" page:2");

        var press = Ada.PressesLabelled(card, "›");
        await AnswerAsync(_desk.Handle(press, Ct));

        Assert.Equal((Acknowledgement.Update, "the pier stays open"), (press.Acknowledged, card.Text));
    }

    [Fact]
    public async Task Another_button_that_takes_longer_is_answered_beside_its_message_to_the_presser_alone()
    {
        var card = await CardAsync("/slow");
        var press = Ada.PressesLabelled(card, "›");

        var handling = await PutOffAsync(press);
        await AnswerAsync(handling);

        Assert.Equal(Acknowledgement.Deferred, press.Acknowledged);
        Assert.NotSame(card, press.Original);
        Assert.Equal(("the pier stays open", true), (press.Original!.Text, press.Original.IsEphemeral));
        Assert.Equal(0, card.Edits);
        Assert.Empty(Wrong);
    }

    /// <summary>Hands it over and lets a second pass.</summary>
    private async Task<Handling> PutOffAsync(Interaction asked)
    {
        var handling = _desk.Handle(asked, Ct);
        Assert.Equal(Acknowledgement.None, asked.Acknowledged);
        _desk.Clock.Advance(Second);
        await handling.Answered.WaitAsync(Patience.Long, Ct);
        return handling;
    }

    /// <summary>Lets the command end.</summary>
    private Task AnswerAsync(Handling handling, params string[] paragraphs)
    {
        _slow.Answer(Reply.Ok([.. paragraphs.DefaultIfEmpty("the pier stays open").Select(text => new Paragraph(text))]));
        return handling.Ended.WaitAsync(Patience.Long, Ct);
    }

    /// <summary>A message with a button, and the command behind it slow again.</summary>
    private async Task<PostedMessage> CardAsync(string command)
    {
        var asked = Ada.Runs("slow");
        var handling = _desk.Handle(asked, Ct);
        _slow.Answer(Reply.Ok(new Paragraph("the pier")) with { Buttons = [[new Button("›", command)]] });
        await handling.Ended.WaitAsync(Patience.Long, Ct);
        _slow.Again();
        return asked.Original!;
    }
}
