using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>What replies say about sources: one member a key of <c>SourceWords.resx</c>, in its order.</summary>
public static class SourceWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.SourceWords");

    public static RichText NotAnAddress(string typed, string example) => _catalogue.Fill(nameof(NotAnAddress), new Plain(typed), new Code(example));

    public static RichText CouldNotRead(string address, string reason) => _catalogue.Fill(nameof(CouldNotRead), new Strong(address), new Plain(reason));

    public static RichText NothingThere(string address) => _catalogue.Fill(nameof(NothingThere), new Strong(address));

    public static RichText Several(string address) => _catalogue.Fill(nameof(Several), new Strong(address));

    public static string Untitled => _catalogue[nameof(Untitled)];

    public static RichText Added(string name) => _catalogue.Fill(nameof(Added), new Strong(name));

    public static RichText AddedForEveryone(string name) => _catalogue.Fill(nameof(AddedForEveryone), new Strong(name));

    public static RichText Known(string name) => _catalogue.Fill(nameof(Known), new Strong(name));

    public static RichText TooMany(int most, string remove) => _catalogue.Fill(nameof(TooMany), new Plain(most.ToString(CultureInfo.CurrentCulture)), new Code(remove));

    public static RichText TooManyToday(int most, string import) => _catalogue.Fill(nameof(TooManyToday), new Plain(most.ToString(CultureInfo.CurrentCulture)), new Code(import));

    public static string Brought(int articles) => _catalogue.Count(nameof(Brought), articles);

    public static string LeftOut(int items) => _catalogue.Count(nameof(LeftOut), items);

    public static string FirstVisitFailed(string reason) => _catalogue.Fill(nameof(FirstVisitFailed), [reason]);

    public static string NextVisit(string moment) => _catalogue.Fill(nameof(NextVisit), [moment]);

    public static string Newest => _catalogue[nameof(Newest)];

    public static RichText NoSuch(string typed, string list) => _catalogue.Fill(nameof(NoSuch), new Strong(typed), new CommandLink(list, list));

    public static RichText Which(string typed) => _catalogue.Fill(nameof(Which), new Strong(typed));

    public static RichText NotYours(string name) => _catalogue.Fill(nameof(NotYours), new Strong(name));

    public static RichText RemoveSure(int articles, string name) =>
        _catalogue.Fill(nameof(RemoveSure) + (articles == 1 ? "One" : "Other"), new Plain(articles.ToString(CultureInfo.CurrentCulture)), new Strong(name));

    public static RichText Removed(string name) => _catalogue.Fill(nameof(Removed), new Strong(name));

    public static RichText PausedNow(string name, string resume) => _catalogue.Fill(nameof(PausedNow), new Strong(name), new CommandLink(resume, resume));

    public static RichText ResumedNow(string name) => _catalogue.Fill(nameof(ResumedNow), new Strong(name));

    public static string Title => _catalogue[nameof(Title)];

    public static RichText None(string example) => _catalogue.Fill(nameof(None), new Code(example));

    public static string ForEveryone => _catalogue[nameof(ForEveryone)];

    public static string Paused => _catalogue[nameof(Paused)];

    public static string KindFiles => _catalogue[nameof(KindFiles)];

    public static string KindSitemap => _catalogue[nameof(KindSitemap)];

    public static string KindPage => _catalogue[nameof(KindPage)];

    public static string Read(string moment) => _catalogue.Fill(nameof(Read), [moment]);

    public static string NeverRead => _catalogue[nameof(NeverRead)];

    public static string Failing(int visits, string reason) => _catalogue.Count(nameof(Failing), visits, reason);

    public static string IsGone => _catalogue[nameof(IsGone)];

    public static string Doubted(string day, string why) => _catalogue.Fill(nameof(Doubted), [day, why]);

    public static string ItemsLeftOut(int items) => _catalogue.Count(nameof(ItemsLeftOut), items);

    public static string DoubtNoItems => _catalogue[nameof(DoubtNoItems)];

    public static string DoubtRenamedItems => _catalogue[nameof(DoubtRenamedItems)];

    public static string DoubtFlood => _catalogue[nameof(DoubtFlood)];

    public static string FailUnreachable => _catalogue[nameof(FailUnreachable)];

    public static string FailTooManyRedirects => _catalogue[nameof(FailTooManyRedirects)];

    public static string FailTooLarge => _catalogue[nameof(FailTooLarge)];

    public static string FailTooSlow => _catalogue[nameof(FailTooSlow)];

    public static string FailBroken => _catalogue[nameof(FailBroken)];

    public static string FailRefusedByRobots => _catalogue[nameof(FailRefusedByRobots)];

    public static string FailThrottled => _catalogue[nameof(FailThrottled)];

    public static string FailForbidden => _catalogue[nameof(FailForbidden)];

    public static string FailNotFound => _catalogue[nameof(FailNotFound)];

    public static string FailGone => _catalogue[nameof(FailGone)];

    public static string FailServerError => _catalogue[nameof(FailServerError)];

    public static string FailUnexpected => _catalogue[nameof(FailUnexpected)];

    public static string FailHostBusy => _catalogue[nameof(FailHostBusy)];

    public static string TestTitle(string name) => _catalogue.Fill(nameof(TestTitle), [name]);

    public static string TestCount(int items) => _catalogue.Count(nameof(TestCount), items);

    public static string NoItems => _catalogue[nameof(NoItems)];

    public static string NoDate => _catalogue[nameof(NoDate)];

    public static RichText ImportHow(string example) => _catalogue.Fill(nameof(ImportHow), new Code(example));

    public static RichText ImportNoFile(string path) => _catalogue.Fill(nameof(ImportNoFile), new Code(path));

    public static string ImportTooLarge(int megabytes) => _catalogue.Fill(nameof(ImportTooLarge), [megabytes]);

    public static string ImportNothing => _catalogue[nameof(ImportNothing)];

    public static string ImportTitle => _catalogue[nameof(ImportTitle)];

    public static string ImportAdded(int sources) => _catalogue.Count(nameof(ImportAdded), sources);

    public static string ImportKnown(int sources) => _catalogue.Count(nameof(ImportKnown), sources);

    public static string ImportRefused(int sources) => _catalogue.Count(nameof(ImportRefused), sources);

    public static string ImportSoon => _catalogue[nameof(ImportSoon)];

    public static string RefusedTooMany(int most) => _catalogue.Fill(nameof(RefusedTooMany), [most]);

    public static string RefusedToday(int most) => _catalogue.Fill(nameof(RefusedToday), [most]);

    public static string RefusedAddress => _catalogue[nameof(RefusedAddress)];

    public static string AndMore(int sources) => _catalogue.Fill(nameof(AndMore), [sources]);

    public static string Exported(int sources) => _catalogue.Count(nameof(Exported), sources);

    public static RichText ExportSecrets(int sources, string command) =>
        _catalogue.Fill(nameof(ExportSecrets) + (sources == 1 ? "One" : "Other"), new Plain(sources.ToString(CultureInfo.CurrentCulture)), new Code(command));

    public static string ExportNothing => _catalogue[nameof(ExportNothing)];

    public static RichText NoticeDoubt(string name, string why, string list) => _catalogue.Fill(nameof(NoticeDoubt), new Strong(name), new Plain(why), new CommandLink(list, list));

    public static RichText NoticeGone(string name) => _catalogue.Fill(nameof(NoticeGone), new Strong(name));

    public static RichText NoticeSilent(string name, string day, string list) => _catalogue.Fill(nameof(NoticeSilent), new Strong(name), new Plain(day), new CommandLink(list, list));

    public static string FootDoubt(string day, string names) => _catalogue.Fill(nameof(FootDoubt), [day, names]);

    public static string FootSilent(string day, string names) => _catalogue.Fill(nameof(FootSilent), [day, names]);

    public static string FootGone(string day, string names) => _catalogue.Fill(nameof(FootGone), [day, names]);

    public static string PageUnread(string reason) => _catalogue.Fill(nameof(PageUnread), [reason]);

    public static string PageNoArticle => _catalogue[nameof(PageNoArticle)];

    public static string ButtonWatch => _catalogue[nameof(ButtonWatch)];

    public static string ButtonRemove => _catalogue[nameof(ButtonRemove)];

    public static string ButtonKeep => _catalogue[nameof(ButtonKeep)];

    public static string ButtonList => _catalogue[nameof(ButtonList)];

    public static string ButtonAdd => _catalogue[nameof(ButtonAdd)];
}
