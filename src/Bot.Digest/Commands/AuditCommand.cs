using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/audit: who changed what.</summary>
public sealed class AuditCommand(IAudit audit) : IChatCommand
{
    internal const string Name = "audit";

    private const int ChangesAPage = 10;
    private const int MostButtons = 4;

    public CommandSpec Spec => new(Name, CommandWords.AuditSummary, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [SharedArguments.PageNumber, SharedArguments.In],
        Examples = ["/audit"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var page = await PageOf<AuditEntry>.ReadAsync(call, ChangesAPage, (skip, take) => audit.HistoryAsync(call.Community, call.OwnChannel, skip, take, ct));
        if (page.Hits.Items.Count == 0)
        {
            return Reply.Ok(new Paragraph(EditWords.AuditEmpty));
        }

        // Only an operator can press them.
        var undo = call.Access < Access.Operator ? []
            : page.Hits.Items.Select(entry => entry.Person).OfType<PersonEdit>().Where(edit => edit is { UndoneAt: null, Kind: not PersonEditKind.Removed }).Take(MostButtons).Select(PersonEdits.Undo);
        return new Reply
        {
            Blocks = [new Heading(EditWords.AuditTitle, page.Range), .. page.Hits.Items.Select(entry => Line(entry, call))],
            Buttons = [.. ButtonRow.Of(undo), .. ButtonRow.Of(page.Buttons(Spec, call))],
            Page = page.Shown,
        };
    }

    private static Entry Line(AuditEntry entry, CommandCall call) =>
        entry.Person is { } edit ? Line(edit, call) : new Entry(null, Describe(entry.Other!), ChangeWords.MadeBy(entry.Other!.By, entry.At, call));

    private static Entry Line(PersonEdit edit, CommandCall call)
    {
        var made = ChangeWords.MadeBy(edit.By, edit.At, call);
        var undone = edit.UndoneAt is { } at ? EditWords.TakenBackBy(ChangeWords.Who(edit.UndoneBy ?? ""), ChangeWords.Day(at, call)) : null;
        return new Entry(
            edit.Id.ToString(CultureInfo.CurrentCulture), PersonEdits.Describe(edit), undone is null ? made : $"{made} · {undone}");
    }

    private static string Followed(Change change) => change.Became is { } target ? FollowWords.Numbered(change.Object, target) : change.Object;

    /// <summary>"removed the source Kanal Süd".</summary>
    private static string Describe(Change change) => change.Kind switch
    {
        ChangeKind.SourceAdded => EditWords.DidAddSource(change.Object),
        ChangeKind.SourcesImported => EditWords.DidImportSources(change.Became ?? ""),
        ChangeKind.SourceRemoved => EditWords.DidRemoveSource(change.Object),
        ChangeKind.SourcePaused => EditWords.DidPauseSource(change.Object),
        ChangeKind.SourceResumed => EditWords.DidResumeSource(change.Object),
        ChangeKind.FilterAdded => EditWords.DidAddFilter(change.Object),
        ChangeKind.FilterRemoved => EditWords.DidRemoveFilter(change.Object),
        ChangeKind.CommunityApproved => EditWords.DidApprove(CommunityChange.NameOf(change.Object)),
        ChangeKind.CommunityBlocked => EditWords.DidBlock(CommunityChange.NameOf(change.Object)),
        ChangeKind.QuoteHidden => CorrectionWords.DidHide(change.Object),
        ChangeKind.QuoteUnresolved => CorrectionWords.DidUnresolve(change.Object),
        ChangeKind.QuoteRestored => CorrectionWords.DidRestore(change.Object),
        ChangeKind.ReportDismissed => CorrectionWords.DidDismiss(change.Object),
        ChangeKind.SettingChanged => change.Became is { } value ? EditWords.DidSet(change.Object, value) : EditWords.DidUnset(change.Object),
        ChangeKind.Subscribed => EditWords.DidSubscribe(change.Object, change.Became ?? ""),
        ChangeKind.SubscriptionChanged => EditWords.DidChangeSubscription(change.Object, change.Became ?? ""),
        ChangeKind.SubscriptionPaused => EditWords.DidPause(change.Object),
        ChangeKind.SubscriptionResumed => EditWords.DidResume(change.Object),
        ChangeKind.Followed => FollowWords.DidFollow(Followed(change)),
        ChangeKind.Unfollowed => FollowWords.DidUnfollow(Followed(change)),
        ChangeKind.Unsubscribed => EditWords.DidUnsubscribe(change.Object),
        ChangeKind.DigestSentAgain => EditWords.DidSendAgain(change.Object),
        _ => EditWords.DidLimit(CommunityChange.NameOf(change.Object), change.Became ?? ""),
    };
}
