using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Filters;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/filter add: keeps articles out of what a community is told, or lets only some in.</summary>
public sealed class FilterAddCommand(IFilters filters, ISources sources, IPeople people, IArticles articles) : IChatCommand
{
    internal const string Name = "filter add";

    public CommandSpec Spec => new(Name, CommandWords.FilterAddSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments =
        [
            TypedFilter.Positional(CommandWords.FilterAddRule) with { Required = true },
            TypedFilter.PersonOption,
            TypedFilter.SourceOption,
            SharedArguments.In,
        ],
        Examples =
        [
            "/filter add exclude football", "/filter add exclude \"ferry strike\" source:\"Radio Lind\"", "/filter add include person:ilse-varga",
            "/filter add exclude /ferr(y|ies)/",
        ],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = await TypedFilter.ReadAsync(Spec, people, articles, sources, call, ct);
        if (typed.Rule is not { } rule)
        {
            return typed.Instead!;
        }

        if (await filters.AddAsync(call.Editor, rule, typed.Only?.Id, ct) is not { } filter)
        {
            return Reply.Problem(FilterWords.TooMany(FilterLimits.Most, $"/{FilterRemoveCommand.Name}"));
        }

        return new Reply
        {
            Blocks = [new Paragraph(Said(filter.Rule, filter.SourceName))],
            Buttons = ButtonRow.Of([new Button(FilterWords.ButtonTest, $"/{FilterTestCommand.Name}"), FilterListCommand.Remove(filter)]),
        };
    }

    private static RichText Said(FilterRule rule, string? source) => (rule.Includes, source) switch
    {
        (true, null) => FilterWords.Included(rule.Sought),
        (true, { } only) => FilterWords.IncludedOf(rule.Sought, only),
        (false, null) => FilterWords.Excluded(rule.Sought),
        (false, { } only) => FilterWords.ExcludedOf(rule.Sought, only),
    };
}
