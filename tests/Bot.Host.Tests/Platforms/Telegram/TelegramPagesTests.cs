using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;
using Button = Bot.Digest.Chat.Button;
using Message = Bot.TelegramStandIn.Chats.Message;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>Pages that are too long for one message turn as a whole: each part of them in its turn in one message.</summary>
public sealed class TelegramPagesTests(TelegramPagesTests.LongPages bot) : IClassFixture<TelegramPagesTests.LongPages>
{
    private const int Pages = 3;

    private static CancellationToken Ct => RunningBot.Ct;

    [Fact]
    public async Task Every_part_of_every_page_is_read_in_one_message_by_going_on()
    {
        var ben = bot.Telegram.User("Ben");
        ben.Says("/annals");
        var message = await bot.NextAsync(ben.Private);

        var read = new List<string> { message.Text };
        while (message.Buttons.SelectMany(row => row).Any(button => button.Label == "›"))
        {
            await TurnAsync(ben, message, "›");
            read.Add(message.Text);
        }

        Assert.Equal(
            Enumerable.Range(1, Pages).SelectMany(page => Enumerable.Range(1, 3).Select(part => $"Page {page}, part {part}")),
            read.Select(text => text.Trim('.', '\n')));
        Assert.Equal(message, Assert.Single(bot.Telegram.Sent.All, sent => sent.Chat == ben.Private));
    }

    [Fact]
    public async Task Going_back_shows_the_part_before_and_then_the_page_before()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/annals page:2");
        var message = await bot.NextAsync(anna.Private);
        await TurnAsync(anna, message, "›");

        await TurnAsync(anna, message, "‹");
        var part = message.Text;
        await TurnAsync(anna, message, "‹");

        Assert.StartsWith("Page 2, part 1", part, StringComparison.Ordinal);
        Assert.StartsWith("Page 1, part 1", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_the_reader_gets_the_part_behind_in_private()
    {
        var anna = bot.Telegram.User("Anna");
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Annals", anna);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        anna.Says("/annals", channel);
        var message = await bot.NextAsync(channel);
        var ben = bot.Telegram.User("Ben");
        ben.Joins(channel);

        var link = (await ben.Presses(message, "›").AnsweredAsync(Ct).WaitAsync(Patience.Long, Ct)).Link!;
        ben.Says("/start " + link.Split("start=")[1]);

        Assert.StartsWith("Page 1, part 2", (await bot.NextAsync(ben.Private)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_part_than_there_is_shows_the_last()
    {
        var part = Assert.Single(PagePart.Read("/annals\n99").Render(Annals.Page(1)));

        Assert.StartsWith("Page 1, part 3", part.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_pages_is_told_in_all_its_messages() =>
        Assert.Equal(3, new PagePart("/annals").Render(Annals.Page(1) with { Page = null }).Count);

    private async Task TurnAsync(Person who, Message message, string arrow)
    {
        var edits = message.Edits;
        who.Presses(message, arrow);
        await bot.Telegram.Edited.NextAsync(edited => edited == message && edited.Edits > edits, Ct).WaitAsync(Patience.Long, Ct);
    }

    /// <summary>A list whose pages take three messages each.</summary>
    private sealed class Annals : IChatCommand
    {
        public CommandSpec Spec => new("annals", "all that happened", Access.Everyone, CommandGroup.Ask)
        {
            Arguments = [new Argument("page", ArgumentKind.Number, "page") { Min = 1 }],
        };

        public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Page(call.Number("page", 1)));

        public static Reply Page(int number) => new()
        {
            Blocks = [.. Enumerable.Range(1, 3).Select(part => new Paragraph($"Page {number}, part {part}{new string('.', 3000)}"))],
            Page = new PageNumber(number, Pages),
            Buttons =
            [
                [
                    .. number > 1 ? [new Button("‹", $"/annals page:{number - 1}")] : Array.Empty<Button>(),
                    .. number < Pages ? [new Button("›", $"/annals page:{number + 1}")] : Array.Empty<Button>(),
                    new Button("Latest", "/latest"),
                ],
            ],
        };
    }

    public sealed class LongPages : RunningBot
    {
        public LongPages() => Instead = services => services.AddSingleton<IChatCommand, Annals>();
    }
}
