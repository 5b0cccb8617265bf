using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/filter remove: takes a filter away.</summary>
public sealed class FilterRemoveCommand(IFilters filters) : IChatCommand
{
    internal const string Name = "filter remove";

    private const string Number = "number";

    public CommandSpec Spec => new(Name, CommandWords.FilterRemoveSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [new(Number, ArgumentKind.Number, CommandWords.FilterRemoveNumber) { Positional = true, Required = true, Min = 1 }, SharedArguments.In],
        Examples = ["/filter remove 3"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var number = call.Number(Number, 0);
        return await filters.RemoveAsync(call.Editor, new FilterId(number), ct) is { } removed
            ? Reply.Ok(new Paragraph(FilterWords.Removed(removed.Rule.Typed)))
            : Reply.Problem(FilterWords.NoSuch(number.ToString(CultureInfo.InvariantCulture), $"/{FilterListCommand.Name}"));
    }
}
