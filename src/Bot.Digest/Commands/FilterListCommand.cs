using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/filter list: the filters of a community.</summary>
public sealed class FilterListCommand(IFilters filters) : IChatCommand
{
    internal const string Name = "filter list";

    private const int FiltersAPage = 10;
    private const int MostButtons = 4;

    public CommandSpec Spec => new(Name, CommandWords.FilterListSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [SharedArguments.PageNumber, SharedArguments.In],
        Examples = ["/filter list"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var all = await filters.ListAsync(call.Community, ct);
        if (all.Count == 0)
        {
            return Reply.Ok(new Paragraph(FilterWords.None($"/{FilterAddCommand.Name} exclude football")));
        }

        var page = await PageOf<Filter>.ReadAsync(
            call, FiltersAPage, (skip, take) => Task.FromResult(new Hits<Filter>([.. all.Skip(skip).Take(take)], all.Count)));
        return new Reply
        {
            Blocks = [new Heading(FilterWords.Title, page.Range), .. page.Hits.Items.Select(filter => Line(filter, call))],
            Buttons =
            [
                .. ButtonRow.Of(page.Hits.Items.Take(MostButtons).Select(Remove)),
                [new Button(FilterWords.ButtonTest, $"/{FilterTestCommand.Name}"), .. page.Buttons(Spec, call)],
            ],
            Page = page.Shown,
        };
    }

    /// <summary>The button that takes a filter away.</summary>
    internal static Button Remove(Filter filter) =>
        new(FilterWords.ButtonRemove(NumberOf(filter)), CommandText.Of(FilterRemoveCommand.Name, NumberOf(filter)));

    private static Entry Line(Filter filter, CommandCall call)
    {
        var made = ChangeWords.MadeBy(filter.By, filter.At, call);
        return new Entry(
            NumberOf(filter), [new Strong(filter.Rule.Typed)], filter.SourceName is { } source ? $"{FilterWords.OnlySource(source)} · {made}" : made);
    }

    private static string NumberOf(Filter filter) => filter.Id.Value.ToString(CultureInfo.InvariantCulture);
}
