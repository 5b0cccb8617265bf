using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Commands;

/// <summary>/source export: what is followed here as an OPML file.</summary>
public sealed class SourceExportCommand(ISources sources) : IChatCommand
{
    private const string Name = "source export";
    private const string Secrets = "secrets";
    private const string With = "with";
    private const string FileName = "sources.opml";
    private const string MediaType = "text/x-opml";
    private const int Portion = 200;

    public CommandSpec Spec => new(Name, CommandWords.SourceExportSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [new(Secrets, ArgumentKind.Choice, CommandWords.SourceExportSecrets) { Choices = [With], Access = Access.Manager }, SharedArguments.In],
        Examples = ["/source export"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var own = await OwnAsync(call, ct);

        // A file in a group is read by all of it.
        var shown = call.Text(Secrets) == With ? own : own.FindAll(source => !HasSecret(source.Address!));
        var left = own.Count - shown.Count;
        if (own.Count == 0)
        {
            return Reply.Ok(new Paragraph(SourceWords.ExportNothing));
        }

        var list = Opml.Write(
            SourceWords.Title, shown.Select(source => new OpmlFeed(source.Address!.AbsoluteUri, source.Address, source.Name, [])), call.Now);
        return Reply.Ok(
        [
            new Paragraph(SourceWords.Exported(shown.Count)),
            .. left > 0 ? [new Note(SourceWords.ExportSecrets(left, CommandText.Of(Name, null, (Secrets, With))))] : Array.Empty<Block>(),
        ]) with
        { File = new AttachedFile(FileName, MediaType, list) };
    }

    /// <summary>What the community added itself: the rest is the operator's, addresses included.</summary>
    private async Task<List<FollowedSource>> OwnAsync(CommandCall call, CancellationToken ct)
    {
        var all = new List<FollowedSource>();
        Hits<FollowedSource> page;
        do
        {
            page = await sources.ListAsync(call.Community, all.Count, Portion, ct);
            all.AddRange(page.Items);
        }
        while (page.Items.Count > 0 && all.Count < page.Total);

        return all.FindAll(source => source.Address is not null && (!source.IsForEveryone || call.Community == CommunityId.DefaultSet));
    }

    private static bool HasSecret(Uri address) => MaskedAddress.Of(address).Contains("***", StringComparison.Ordinal);
}
