using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Digest.Commands;

/// <summary>/source test: shows three items of an address and stores nothing.</summary>
public sealed class SourceTestCommand(IFetcher fetcher) : IChatCommand
{
    private const string Url = "url";

    public CommandSpec Spec => new("source test", CommandWords.SourceTestSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [new(Url, ArgumentKind.Words, CommandWords.SourceAddUrl) { Positional = true, Required = true }, SharedArguments.In],
        Examples = ["/source test https://norrmark-post.example"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (SourceAddress.Read(call.Text(Url)!) is not { } typed)
        {
            return Reply.Problem(SourceWords.NotAnAddress(call.Text(Url)!, Spec.Examples[0]));
        }

        var probed = await new SourceProbe(fetcher).ProbeAsync(typed, ct);
        return probed.Sources is [var only]
            ? Show(only, call)
            : ProbeAnswer.Of(probed, typed.Address, address => CommandText.Again(Spec, call, Url, address), watch: null);
    }

    private static Reply Show(ProbedSource source, CommandCall call) => new()
    {
        Blocks =
        [
            new Heading(SourceWords.TestTitle(source.Title ?? source.Address.IdnHost), SourceWords.TestCount(source.Items)),
            .. source.Newest.Select(item => Line(item, call)),
            .. source.Newest.Count == 0 ? [new Note(SourceWords.NoItems)] : Array.Empty<Block>(),
        ],
        Buttons = ButtonRow.Of([new Button(SourceWords.ButtonAdd, CommandText.Of(SourceAddCommand.Name, source.Address.AbsoluteUri))]),
    };

    private static Entry Line(ProbedItem item, CommandCall call)
    {
        var title = item.Title is { Length: > 0 } said ? said : SourceWords.Untitled;
        return new Entry(
            item.Date is { } date ? DayWords.Of(call.DayOf(date), call.Today) : SourceWords.NoDate,
            [item.Address is { } address ? new Link(title, address) : new Strong(title)]);
    }
}
