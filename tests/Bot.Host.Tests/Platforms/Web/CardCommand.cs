using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>/who of the tests: a card of three pages that holds what was typed.</summary>
internal sealed class CardCommand : IChatCommand
{
    private const int Pages = 3;

    public CommandSpec Spec => new("who", "What a person said", Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new("person", ArgumentKind.Person, "Name") { Positional = true, Required = true },
            new("since", ArgumentKind.Moment, "From when"),
            new("page", ArgumentKind.Number, "Page") { Min = 1, Hidden = true },
        ],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (person, page) = (call.Text("person")!, call.Number("page", 1));
        if (person == "defect")
        {
            throw new InvalidOperationException("A command that fails.");
        }

        var reply = Reply.Ok(
            new Heading(person),
            new Quotation("“It is card " + page.ToString(CultureInfo.InvariantCulture) + ".”", [new Link("Kanal Öst", new Uri("https://kanal-ost.example/a?b=1&c=2"))]),
            new Paragraph([new CommandLink("all of it", "/who everything")])) with
        {
            Buttons = [[.. Turns(person, page)], [new Button("Again", $"/who {person}")]],
            Page = new PageNumber(page, Pages),
        };
        return Task.FromResult(reply);
    }

    private static IEnumerable<Button> Turns(string person, int page) =>
        new[] { ("‹", page - 1), ("›", page + 1) }
            .Where(turn => turn.Item2 is >= 1 and <= Pages)
            .Select(turn => new Button(turn.Item1, string.Create(CultureInfo.InvariantCulture, $"/who {person} page:{turn.Item2}")));
}
