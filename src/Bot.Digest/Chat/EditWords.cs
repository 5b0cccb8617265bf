using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>What replies say about changes that were made, above all of people: one member a key of <c>EditWords.resx</c>, in its order.</summary>
public static class EditWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.EditWords");

    public static RichText Merged(string name, string slug) => _catalogue.Fill(nameof(Merged), new Strong(name), Who(slug));

    public static RichText AlreadyOne(string name) => _catalogue.Fill(nameof(AlreadyOne), new Strong(name));

    public static RichText SplitDone(int articles, string slug, string other) =>
        _catalogue.Fill(nameof(SplitDone) + (articles == 1 ? "One" : "Other"), new Plain(articles.ToString(CultureInfo.CurrentCulture)), Who(slug), Who(other));

    public static RichText SplitHow(string example) => _catalogue.Fill(nameof(SplitHow), new CommandLink(example, example));

    public static RichText SplitNone(string name) => _catalogue.Fill(nameof(SplitNone), new Strong(name));

    public static RichText SplitAll(string name, string rename) => _catalogue.Fill(nameof(SplitAll), new Strong(name), new Code(rename));

    public static RichText NoArticleNumbers(string typed) => _catalogue.Fill(nameof(NoArticleNumbers), new Plain(typed));

    public static RichText Renamed(string was, string slug) => _catalogue.Fill(nameof(Renamed), new Strong(was), Who(slug));

    public static RichText Noted(string slug) => _catalogue.Fill(nameof(Noted), Who(slug));

    public static RichText NoteRemoved(string slug) => _catalogue.Fill(nameof(NoteRemoved), Who(slug));

    public static RichText NothingToUndo(string audit) => _catalogue.Fill(nameof(NothingToUndo), new CommandLink(audit, audit));

    public static RichText UndoFirst(string what, string undo) =>
        _catalogue.Fill(nameof(UndoFirst), new Plain(what), new CommandLink(undo, undo));

    public static RichText Undone(string what) => _catalogue.Fill(nameof(Undone), new Plain(what));

    public static string AuditTitle => _catalogue[nameof(AuditTitle)];

    public static string AuditEmpty => _catalogue[nameof(AuditEmpty)];

    public static string MadeBy(string who, string day, string time) => _catalogue.Fill(nameof(MadeBy), [who, day, time]);

    public static string TakenBackBy(string who, string day) => _catalogue.Fill(nameof(TakenBackBy), [who, day]);

    public static string DidMerge(string person, string into) => _catalogue.Fill(nameof(DidMerge), [person, into]);

    public static string DidSplit(string other, string person, string which) => _catalogue.Fill(nameof(DidSplit), [other, person, which]);

    public static string DidRename(string was, string became) => _catalogue.Fill(nameof(DidRename), [was, became]);

    public static string DidNote(string person, string note) => _catalogue.Fill(nameof(DidNote), [person, note]);

    public static string DidRemoveNote(string person) => _catalogue.Fill(nameof(DidRemoveNote), [person]);

    public static string DidAddSource(string source) => _catalogue.Fill(nameof(DidAddSource), [source]);

    public static string DidImportSources(string sources) => _catalogue.Fill(nameof(DidImportSources), [sources]);

    public static string DidRemoveSource(string source) => _catalogue.Fill(nameof(DidRemoveSource), [source]);

    public static string DidPauseSource(string source) => _catalogue.Fill(nameof(DidPauseSource), [source]);

    public static string DidResumeSource(string source) => _catalogue.Fill(nameof(DidResumeSource), [source]);

    public static string DidAddFilter(string filter) => _catalogue.Fill(nameof(DidAddFilter), [filter]);

    public static string DidRemoveFilter(string filter) => _catalogue.Fill(nameof(DidRemoveFilter), [filter]);

    public static string DidApprove(string community) => _catalogue.Fill(nameof(DidApprove), [community]);

    public static string DidBlock(string community) => _catalogue.Fill(nameof(DidBlock), [community]);

    public static string DidSet(string setting, string value) => _catalogue.Fill(nameof(DidSet), [setting, value]);

    public static string DidUnset(string setting) => _catalogue.Fill(nameof(DidUnset), [setting]);

    public static string DidSubscribe(string digest, string order) => _catalogue.Fill(nameof(DidSubscribe), [digest, order]);

    public static string DidChangeSubscription(string digest, string order) => _catalogue.Fill(nameof(DidChangeSubscription), [digest, order]);

    public static string DidPause(string digest) => _catalogue.Fill(nameof(DidPause), [digest]);

    public static string DidResume(string digest) => _catalogue.Fill(nameof(DidResume), [digest]);

    public static string DidUnsubscribe(string digest) => _catalogue.Fill(nameof(DidUnsubscribe), [digest]);

    public static string DidSendAgain(string digest) => _catalogue.Fill(nameof(DidSendAgain), [digest]);

    public static string DidLimit(string community, string sources) => _catalogue.Fill(nameof(DidLimit), [community, sources]);

    public static string ButtonUndo(string edit) => _catalogue.Fill(nameof(ButtonUndo), [edit]);

    private static CommandLink Who(string slug) => new(slug, $"/who {slug}");
}
