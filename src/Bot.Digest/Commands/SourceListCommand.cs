using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/source list: what is followed here, and how it fares.</summary>
public sealed class SourceListCommand(ISources sources) : IChatCommand
{
    internal const string Name = "source list";

    private const int SourcesAPage = 8;

    public CommandSpec Spec => new(Name, CommandWords.SourceListSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [SharedArguments.PageNumber, SharedArguments.In],
        Examples = ["/source list"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var page = await PageOf<FollowedSource>.ReadAsync(call, SourcesAPage, (skip, take) => sources.ListAsync(call.Community, skip, take, ct));
        return page.Hits.Items.Count == 0
            ? Reply.Ok(new Paragraph(SourceWords.None(SourceAddCommand.Example)))
            : new Reply
            {
                Blocks = [new Heading(SourceWords.Title, page.Range), .. page.Hits.Items.Select(source => Line(source, call))],
                Buttons = ButtonRow.Of(page.Buttons(Spec, call)),
                Page = page.Shown,
            };
    }

    private static Entry Line(FollowedSource source, CommandCall call)
    {
        string?[] about =
        [
            SourceChoice.PlaceOf(source),
            source.Kind switch { SourceKind.Sitemap => SourceWords.KindSitemap, SourceKind.Page => SourceWords.KindPage, _ => null },
            Words.ArticleCount(source.Articles),
            source.IsForEveryone && call.Community != CommunityId.DefaultSet ? SourceWords.ForEveryone : null,
        ];
        var health = SourceHealthWords.Of(source, call);
        return new Entry(
            SourceChoice.NumberOf(source),
            [new Strong(source.Name), new Subtle(" · " + string.Join(" · ", about.Where(part => part is not null)))],
            health.Length > 0 ? health : null);
    }
}
