using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>How commands and their arguments are explained: one member a key of <c>CommandWords.resx</c>.</summary>
public static class CommandWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Commands.CommandWords");

    public static string Since => _catalogue[nameof(Since)];

    public static string Until => _catalogue[nameof(Until)];

    public static string SinceEvent => _catalogue[nameof(SinceEvent)];

    public static string UntilEvent => _catalogue[nameof(UntilEvent)];

    public static string Page => _catalogue[nameof(Page)];

    public static string SourceOption => _catalogue[nameof(SourceOption)];

    public static string Topic => _catalogue[nameof(Topic)];

    public static string HelpSummary => _catalogue[nameof(HelpSummary)];

    public static string HelpCommand => _catalogue[nameof(HelpCommand)];

    public static string WhoSummary => _catalogue[nameof(WhoSummary)];

    public static string WhoPerson => _catalogue[nameof(WhoPerson)];

    public static string WhoAbout => _catalogue[nameof(WhoAbout)];

    public static string WhoShow => _catalogue[nameof(WhoShow)];

    public static string SaidSummary => _catalogue[nameof(SaidSummary)];

    public static string SaidPhrase => _catalogue[nameof(SaidPhrase)];

    public static string SaidBy => _catalogue[nameof(SaidBy)];

    public static string CompareSummary => _catalogue[nameof(CompareSummary)];

    public static string ComparePeople => _catalogue[nameof(ComparePeople)];

    /// <summary>What may be typed between two names and belongs to neither, parted by blanks.</summary>
    public static string BetweenNames => _catalogue[nameof(BetweenNames)];

    public static string CompareAbout => _catalogue[nameof(CompareAbout)];

    public static string TimelineSummary => _catalogue[nameof(TimelineSummary)];

    public static string TimelineTopic => _catalogue[nameof(TimelineTopic)];

    public static string TimelineDates => _catalogue[nameof(TimelineDates)];

    public static string TimelineShow => _catalogue[nameof(TimelineShow)];

    public static string SearchSummary => _catalogue[nameof(SearchSummary)];

    public static string SearchWords => _catalogue[nameof(SearchWords)];

    public static string SearchPerson => _catalogue[nameof(SearchPerson)];

    public static string LatestSummary => _catalogue[nameof(LatestSummary)];

    public static string ArticleSummary => _catalogue[nameof(ArticleSummary)];

    public static string ArticleArticle => _catalogue[nameof(ArticleArticle)];

    public static string DigestSummary => _catalogue[nameof(DigestSummary)];

    public static string DigestStyle => _catalogue[nameof(DigestStyle)];

    public static string StorySummary => _catalogue[nameof(StorySummary)];

    public static string StoryStory => _catalogue[nameof(StoryStory)];

    public static string StoryShow => _catalogue[nameof(StoryShow)];

    public static string TopSummary => _catalogue[nameof(TopSummary)];

    public static string TopBy => _catalogue[nameof(TopBy)];

    public static string StartSummary => _catalogue[nameof(StartSummary)];

    public static string StartPayload => _catalogue[nameof(StartPayload)];

    public static string AboutSummary => _catalogue[nameof(AboutSummary)];

    public static string PrivacySummary => _catalogue[nameof(PrivacySummary)];

    public static string PersonMergeSummary => _catalogue[nameof(PersonMergeSummary)];

    public static string PersonMergePerson => _catalogue[nameof(PersonMergePerson)];

    public static string PersonMergeInto => _catalogue[nameof(PersonMergeInto)];

    public static string PersonSplitSummary => _catalogue[nameof(PersonSplitSummary)];

    public static string PersonSplitPerson => _catalogue[nameof(PersonSplitPerson)];

    public static string PersonSplitRole => _catalogue[nameof(PersonSplitRole)];

    public static string PersonSplitSource => _catalogue[nameof(PersonSplitSource)];

    public static string PersonSplitArticles => _catalogue[nameof(PersonSplitArticles)];

    public static string PersonRenameSummary => _catalogue[nameof(PersonRenameSummary)];

    public static string PersonRenamePerson => _catalogue[nameof(PersonRenamePerson)];

    public static string PersonRenameTo => _catalogue[nameof(PersonRenameTo)];

    public static string PersonNoteSummary => _catalogue[nameof(PersonNoteSummary)];

    public static string PersonNotePerson => _catalogue[nameof(PersonNotePerson)];

    public static string PersonNoteText => _catalogue[nameof(PersonNoteText)];

    public static string PersonUndoSummary => _catalogue[nameof(PersonUndoSummary)];

    public static string PersonUndoNumber => _catalogue[nameof(PersonUndoNumber)];

    public static string AuditSummary => _catalogue[nameof(AuditSummary)];

    public static string CommunityListSummary => _catalogue[nameof(CommunityListSummary)];

    public static string CommunityApproveSummary => _catalogue[nameof(CommunityApproveSummary)];

    public static string CommunityBlockSummary => _catalogue[nameof(CommunityBlockSummary)];

    public static string CommunityLimitSummary => _catalogue[nameof(CommunityLimitSummary)];

    public static string CommunityNumber => _catalogue[nameof(CommunityNumber)];

    public static string CommunityLimitSources => _catalogue[nameof(CommunityLimitSources)];

    public static string FilterAddSummary => _catalogue[nameof(FilterAddSummary)];

    public static string FilterAddRule => _catalogue[nameof(FilterAddRule)];

    public static string FilterAddPerson => _catalogue[nameof(FilterAddPerson)];

    public static string FilterSource => _catalogue[nameof(FilterSource)];

    public static string FilterRemoveSummary => _catalogue[nameof(FilterRemoveSummary)];

    public static string FilterRemoveNumber => _catalogue[nameof(FilterRemoveNumber)];

    public static string FilterListSummary => _catalogue[nameof(FilterListSummary)];

    public static string FilterTestSummary => _catalogue[nameof(FilterTestSummary)];

    public static string FilterTestRule => _catalogue[nameof(FilterTestRule)];

    public static string SourceAddSummary => _catalogue[nameof(SourceAddSummary)];

    public static string SourceAddUrl => _catalogue[nameof(SourceAddUrl)];

    public static string SourceAddName => _catalogue[nameof(SourceAddName)];

    public static string SourceAddFor => _catalogue[nameof(SourceAddFor)];

    public static string SourceAddAs => _catalogue[nameof(SourceAddAs)];

    public static string SourceRemoveSummary => _catalogue[nameof(SourceRemoveSummary)];

    public static string SourceRemoveConfirm => _catalogue[nameof(SourceRemoveConfirm)];

    public static string SourceWhich => _catalogue[nameof(SourceWhich)];

    public static string SourceListSummary => _catalogue[nameof(SourceListSummary)];

    public static string SourceTestSummary => _catalogue[nameof(SourceTestSummary)];

    public static string SourcePauseSummary => _catalogue[nameof(SourcePauseSummary)];

    public static string SourceResumeSummary => _catalogue[nameof(SourceResumeSummary)];

    public static string SourceImportSummary => _catalogue[nameof(SourceImportSummary)];

    public static string SourceImportFile => _catalogue[nameof(SourceImportFile)];

    public static string SourceExportSummary => _catalogue[nameof(SourceExportSummary)];

    public static string SourceExportSecrets => _catalogue[nameof(SourceExportSecrets)];

    public static string ForgetMeSummary => _catalogue[nameof(ForgetMeSummary)];

    public static string ForgetCommunitySummary => _catalogue[nameof(ForgetCommunitySummary)];

    public static string ForgetConfirm => _catalogue[nameof(ForgetConfirm)];
}
