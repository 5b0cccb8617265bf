using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>Every word that replies are made of: one member a key of <c>Words.resx</c>, in its order.</summary>
public static class Words
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.Words");

    // What a typed line gets when it is no command.
    public static RichText NothingTyped => _catalogue.Fill(nameof(NothingTyped), Command("/help"));

    /// <summary>The words come in quotation marks, so that they are searched as they stand.</summary>
    public static RichText NoSlash(string quoted) => _catalogue.Fill(nameof(NoSlash), Command($"/search {quoted}"));

    public static RichText NoSlashBefore(string command) => _catalogue.Fill(nameof(NoSlashBefore), Command("/" + command));

    public static string LineTooLong(int most) => _catalogue.Fill(nameof(LineTooLong), [most]);

    public static RichText UnknownCommand(string typed) =>
        _catalogue.Fill(nameof(UnknownCommand), new Code("/" + typed), Command("/help"));

    public static RichText UnknownCommandNear(string typed, string nearest) =>
        _catalogue.Fill(nameof(UnknownCommandNear), new Code("/" + typed), Help(nearest));

    public static RichText UnknownOption(string typed, string command, string known) =>
        _catalogue.Fill(nameof(UnknownOption), new Code(typed + ":"), Help(command), new Code(known));

    public static RichText UnknownOptionNear(string typed, string nearest, string command) =>
        _catalogue.Fill(nameof(UnknownOptionNear), new Code(typed + ":"), Help(command), new Code(nearest + ":"));

    public static RichText TwiceGiven(string option) => _catalogue.Fill(nameof(TwiceGiven), new Code(option + ":"));

    public static RichText EmptyOption(string option) => _catalogue.Fill(nameof(EmptyOption), new Code(option + ":"));

    public static RichText StrayWord(string word, string command) =>
        _catalogue.Fill(nameof(StrayWord), new Plain(word), Command($"/help {command}"));

    public static RichText TakesNothing(string command) => _catalogue.Fill(nameof(TakesNothing), Command("/" + command));

    public static RichText Missing(string argument, string example) =>
        _catalogue.Fill(nameof(Missing), new Plain(argument), Command(example));

    public static RichText MissingOption(string option, string example) =>
        _catalogue.Fill(nameof(MissingOption), new Plain(option), Command(example));

    public static RichText NotANumber(string option, string typed, int min, int max) =>
        _catalogue.Fill(nameof(NotANumber), new Plain(typed), new Code(option + ":"), Number(min), Number(max));

    public static RichText NotANumberFrom(string option, string typed, int min) =>
        _catalogue.Fill(nameof(NotANumberFrom), new Plain(typed), new Code(option + ":"), Number(min));

    public static RichText NotAMoment(string option, string typed) =>
        _catalogue.Fill(nameof(NotAMoment), new Plain(typed), new Code(option + ":"));

    public static RichText NotAChoice(string option, string typed, string choices) =>
        _catalogue.Fill(nameof(NotAChoice), new Plain(typed), new Code(option + ":"), new Plain(choices));

    // Rights, rates, faults.
    public static RichText OperatorOnly(string command) => _catalogue.Fill(nameof(OperatorOnly), new Code("/" + command));

    public static RichText AdminsOnly(string command) => _catalogue.Fill(nameof(AdminsOnly), new Code("/" + command));

    public static RichText ManagersOnly(string command, string chosenBy) => _catalogue.Fill(nameof(ManagersOnly), new Code("/" + command), new Code("/" + chosenBy));

    public static RichText CommunityAdminsOnly(string command) => _catalogue.Fill(nameof(CommunityAdminsOnly), new Code("/" + command));

    public static string TooMany(int seconds) => _catalogue.Count(nameof(TooMany), seconds);

    public static string Bug => _catalogue[nameof(Bug)];

    // Help.
    public static string HelpTitle => _catalogue[nameof(HelpTitle)];

    public static string HelpAsk => _catalogue[nameof(HelpAsk)];

    public static string HelpDigests => _catalogue[nameof(HelpDigests)];

    public static string HelpSources => _catalogue[nameof(HelpSources)];

    public static string HelpCorrections => _catalogue[nameof(HelpCorrections)];

    public static string HelpBot => _catalogue[nameof(HelpBot)];

    public static string HelpOperator => _catalogue[nameof(HelpOperator)];

    public static string HelpFamily => _catalogue[nameof(HelpFamily)];

    public static RichText HelpMore => _catalogue.Fill(nameof(HelpMore), Command("/help who"));

    public static string HelpExamples => _catalogue[nameof(HelpExamples)];

    public static string HelpChoices(string choices) => _catalogue.Fill(nameof(HelpChoices), [choices]);

    // Days and times: patterns of .NET's date formats, and words around them.
    public static string DayPattern => _catalogue[nameof(DayPattern)];

    public static string DayYearPattern => _catalogue[nameof(DayYearPattern)];

    public static string WeekdayPattern => _catalogue[nameof(WeekdayPattern)];

    public static string ShortWeekdayPattern => _catalogue[nameof(ShortWeekdayPattern)];

    public static string MonthPattern => _catalogue[nameof(MonthPattern)];

    public static string TimePattern => _catalogue[nameof(TimePattern)];

    public static string Yesterday => _catalogue[nameof(Yesterday)];

    public static string FromTo(string from, string to) => _catalogue.Fill(nameof(FromTo), [from, to]);

    public static string WeekOf(string day) => _catalogue.Fill(nameof(WeekOf), [day]);

    public static string Quarter(int quarter, int year) => _catalogue.Fill(nameof(Quarter), [quarter, year]);

    public static string Or => _catalogue[nameof(Or)];

    // When nothing was found.
    public static string ArchiveEmpty => _catalogue[nameof(ArchiveEmpty)];

    public static RichText ArchiveEmptySource(string example) => _catalogue.Fill(nameof(ArchiveEmptySource), new Code(example));

    public static RichText ArchiveEmptyAsk => _catalogue.Fill(nameof(ArchiveEmptyAsk), new Code("/source add"));

    public static RichText ArchiveEmptySamples => _catalogue.Fill(nameof(ArchiveEmptySamples), LoadSamples);

    public static RichText ArchiveEmptyIngest => _catalogue.Fill(nameof(ArchiveEmptyIngest), Ingest);

    public static RichText Nobody(string name, string search) => _catalogue.Fill(nameof(Nobody), new Strong(name), Command(search));

    public static RichText NobodyButNear(string name) => _catalogue.Fill(nameof(NobodyButNear), new Strong(name));

    public static RichText SeveralFit(string name) => _catalogue.Fill(nameof(SeveralFit), new Strong(name));

    public static RichText Chosen(string typed, string name) => _catalogue.Fill(nameof(Chosen), new Strong(typed), new Strong(name));

    public static RichText NoArticles(string asked) =>
        asked.Length > 0 ? _catalogue.Fill(nameof(NoArticles), new Strong(asked)) : NoArticlesAtAll;

    public static string NoArticlesAtAll => _catalogue[nameof(NoArticlesAtAll)];

    public static RichText NobodySaid(string phrase, string search) => _catalogue.Fill(nameof(NobodySaid), new Strong(phrase), Command(search));

    public static string NotRead(int articles, string language) => _catalogue.Count(nameof(NotRead), articles, language);

    public static RichText NoEvents(string topic, string search) => _catalogue.Fill(nameof(NoEvents), new Strong(topic), Command(search));

    public static string NothingNew => _catalogue[nameof(NothingNew)];

    // Counts.
    public static string QuoteCount(int quotes) => _catalogue.Count(nameof(QuoteCount), quotes);

    /// <summary>Where counting stopped: so many or more.</summary>
    public static string QuoteCountMore(int quotes) => _catalogue.Fill(nameof(QuoteCountMore), [quotes]);

    public static string PublisherCount(int publishers) => _catalogue.Count(nameof(PublisherCount), publishers);

    public static string ArticleCount(int articles) => _catalogue.Count(nameof(ArticleCount), articles);

    /// <summary>Where counting stopped: so many or more.</summary>
    public static string ArticleCountMore(int articles) => _catalogue.Fill(nameof(ArticleCountMore), [articles]);

    public static string EventCount(int events) => _catalogue.Count(nameof(EventCount), events);

    public static string NamedIn(int articles) => _catalogue.Count(nameof(NamedIn), articles);

    public static string Range(int first, int last, int total) => _catalogue.Fill(nameof(Range), [first, last, total]);

    /// <summary>Where counting stopped: so many or more.</summary>
    public static string RangeOfMore(int first, int last, int counted) => _catalogue.Fill(nameof(RangeOfMore), [first, last, counted]);

    // A person's card and quotes.
    public static string AsOf(string day) => _catalogue.Fill(nameof(AsOf), [day]);

    public static string SaidOn(string day) => _catalogue.Fill(nameof(SaidOn), [day]);

    public static string SaidClause(string clause) => _catalogue.Fill(nameof(SaidClause), [clause]);

    public static string Reported => _catalogue[nameof(Reported)];

    public static string Withdrawn => _catalogue[nameof(Withdrawn)];

    public static string Together(string names) => _catalogue.Fill(nameof(Together), [names]);

    public static string Via(string outlet) => _catalogue.Fill(nameof(Via), [outlet]);

    public static string Translated(string words) => _catalogue.Fill(nameof(Translated), [words]);

    public static string MorePublishers(int publishers) => _catalogue.Count(nameof(MorePublishers), publishers);

    public static string OtherWording => _catalogue[nameof(OtherWording)];

    public static string SpeakerOrganisation => _catalogue[nameof(SpeakerOrganisation)];

    public static string SpeakerRole => _catalogue[nameof(SpeakerRole)];

    public static string SpeakerUncertain => _catalogue[nameof(SpeakerUncertain)];

    public static string SpeakerUnresolved => _catalogue[nameof(SpeakerUnresolved)];

    public static string PossiblyTheirs => _catalogue[nameof(PossiblyTheirs)];

    public static string PossiblyTheirsNotShown(int quotes) => _catalogue.Fill(nameof(PossiblyTheirsNotShown), [quotes]);

    public static string NoQuotes => _catalogue[nameof(NoQuotes)];

    public static RichText NoQuotesThere(string all) => _catalogue.Fill(nameof(NoQuotesThere), Command(all));

    public static string SaidTitle(string phrase) => _catalogue.Fill(nameof(SaidTitle), [phrase]);

    public static string SimilarWording => _catalogue[nameof(SimilarWording)];

    // Two people compared.
    public static string CompareTitle(string one, string other) => _catalogue.Fill(nameof(CompareTitle), [one, other]);

    public static string CompareCount(string name, string quotes) => _catalogue.Fill(nameof(CompareCount), [name, quotes]);

    public static RichText CompareTwo(string example) => _catalogue.Fill(nameof(CompareTwo), Command(example));

    public static RichText CompareSame(string name, string card) => _catalogue.Fill(nameof(CompareSame), new Strong(name), Command(card));

    public static RichText CompareNothing(string one, string other, string search) =>
        _catalogue.Fill(nameof(CompareNothing), new Strong(one), new Strong(other), Command(search));

    // Articles.
    public static string LatestTitle => _catalogue[nameof(LatestTitle)];

    public static string NearArticles => _catalogue[nameof(NearArticles)];

    public static RichText NotAnArticle(string typed, string search) =>
        _catalogue.Fill(nameof(NotAnArticle), new Strong(typed), Command(search));

    public static RichText NoSuchArticle(string typed) => _catalogue.Fill(nameof(NoSuchArticle), new Strong(typed), Command("/latest"));

    public static string Revised(int times) => _catalogue.Count(nameof(Revised), times);

    public static string QuotesTitle => _catalogue[nameof(QuotesTitle)];

    public static string PeopleTitle => _catalogue[nameof(PeopleTitle)];

    // Timelines.
    public static string ByDayItHappened => _catalogue[nameof(ByDayItHappened)];

    public static string QuietDays(int days) => _catalogue.Fill(nameof(QuietDays), [days]);

    public static string PlannedTitle => _catalogue[nameof(PlannedTitle)];

    public static string Disputed(string days) => _catalogue.Fill(nameof(Disputed), [days]);

    public static string MoreOutlets(int outlets) => _catalogue.Fill(nameof(MoreOutlets), [outlets]);

    /// <summary>Printed words, the day of printing, and one of the <c>Dated…</c> explanations.</summary>
    public static string HowDated(string expression, string printed, string how) => _catalogue.Fill(nameof(HowDated), [expression, printed, how]);

    public static string ButtonHowDated => _catalogue[nameof(ButtonHowDated)];

    public static string DatedStated => _catalogue[nameof(DatedStated)];

    public static string DatedMonthDay => _catalogue[nameof(DatedMonthDay)];

    public static string DatedMonth => _catalogue[nameof(DatedMonth)];

    public static string DatedWeekdayPast => _catalogue[nameof(DatedWeekdayPast)];

    public static string DatedWeekdayFuture => _catalogue[nameof(DatedWeekdayFuture)];

    public static string DatedWeekdayShifted => _catalogue[nameof(DatedWeekdayShifted)];

    public static string DatedRelativeDay => _catalogue[nameof(DatedRelativeDay)];

    public static string DatedRelativePeriod => _catalogue[nameof(DatedRelativePeriod)];

    public static string DatedAgo => _catalogue[nameof(DatedAgo)];

    public static string DatedFromContext => _catalogue[nameof(DatedFromContext)];

    public static string DatedQuarter => _catalogue[nameof(DatedQuarter)];

    public static string DatedSeason => _catalogue[nameof(DatedSeason)];

    public static string DatedHoliday => _catalogue[nameof(DatedHoliday)];

    public static string DatedClock => _catalogue[nameof(DatedClock)];

    public static string DatedOtherwise => _catalogue[nameof(DatedOtherwise)];

    // The digest.
    public static string DigestSince(string day) => _catalogue.Fill(nameof(DigestSince), [day]);

    public static string NothingSince(string day) => _catalogue.Fill(nameof(NothingSince), [day]);

    public static string DigestMore => _catalogue[nameof(DigestMore)];

    // Buttons.
    public static string ButtonAllQuotes => _catalogue[nameof(ButtonAllQuotes)];

    public static string ButtonWordings => _catalogue[nameof(ButtonWordings)];

    public static string ButtonPossible(int quotes) => _catalogue.Fill(nameof(ButtonPossible), [quotes]);

    public static string ButtonAbout => _catalogue[nameof(ButtonAbout)];

    public static string ButtonTimeline => _catalogue[nameof(ButtonTimeline)];

    public static string ButtonAllEvents(int events) => _catalogue.Fill(nameof(ButtonAllEvents), [events]);

    public static string ButtonLatest => _catalogue[nameof(ButtonLatest)];

    public static string ButtonBrief => _catalogue[nameof(ButtonBrief)];

    public static string ButtonStandard => _catalogue[nameof(ButtonStandard)];

    // Welcome, about, privacy.
    public static string StartTitle => _catalogue[nameof(StartTitle)];

    public static string StartWhat => _catalogue[nameof(StartWhat)];

    public static RichText StartNews(string example) => _catalogue.Fill(nameof(StartNews), new Code(example));

    public static string StartNewsThere(int sources, string example) => _catalogue.Count(nameof(StartNewsThere), sources, [example]);

    public static RichText StartAsk => _catalogue.Fill(nameof(StartAsk), Help("who"), Help("timeline"));

    public static RichText StartAskFor(string command) => _catalogue.Fill(nameof(StartAskFor), Command(command), Help("timeline"));

    public static RichText StartDigest => _catalogue.Fill(nameof(StartDigest), Command("/subscribe"), new Code("/subscribe at:18:00"));

    public static RichText StartDigestThere(string next) => _catalogue.Fill(nameof(StartDigestThere), new Plain(next), Command("/subscriptions"));

    public static RichText StartMore => _catalogue.Fill(nameof(StartMore), Command("/help"));

    public static string ButtonAddNews => _catalogue[nameof(ButtonAddNews)];

    public static string ButtonOrder => _catalogue[nameof(ButtonOrder)];

    public static string ButtonTryDigest => _catalogue[nameof(ButtonTryDigest)];

    public static string ButtonTryWho => _catalogue[nameof(ButtonTryWho)];

    public static string AboutTitle => _catalogue[nameof(AboutTitle)];

    public static string AboutWhat => _catalogue[nameof(AboutWhat)];

    public static string AboutQuotes => _catalogue[nameof(AboutQuotes)];

    public static string AboutNames(string counted) => _catalogue.Fill(nameof(AboutNames), [counted]);

    public static string AboutNamesOf(string language, int right, int quotes) => _catalogue.Fill(nameof(AboutNamesOf), [language, right, quotes]);

    public static string AboutSources => _catalogue[nameof(AboutSources)];

    public static string AboutVersion(string version) => _catalogue.Fill(nameof(AboutVersion), [version]);

    public static string PrivacyTitle => _catalogue[nameof(PrivacyTitle)];

    public static string PrivacyMessages => _catalogue[nameof(PrivacyMessages)];

    public static string PrivacyButtons => _catalogue[nameof(PrivacyButtons)];

    public static RichText PrivacyChanges => _catalogue.Fill(nameof(PrivacyChanges), new Code("/audit"));

    public static string PrivacyCommunity => _catalogue[nameof(PrivacyCommunity)];

    public static string PrivacyRates => _catalogue[nameof(PrivacyRates)];

    public static string PrivacyArchive => _catalogue[nameof(PrivacyArchive)];

    public static RichText PrivacyForget => _catalogue.Fill(nameof(PrivacyForget), Command("/forget me"), Command("/forget community"));

    public static string PrivacyWhere => _catalogue[nameof(PrivacyWhere)];

    // The terminal.
    public static RichText TerminalKeys(string farewell) => _catalogue.Fill(nameof(TerminalKeys), new Code(farewell));

    public static RichText FileSaved(string path) => _catalogue.Fill(nameof(FileSaved), new Code(path));

    public static RichText FileNotSaved(string folder) => _catalogue.Fill(nameof(FileNotSaved), new Code(folder));

    public static string NoSuchChoice(int typed, int most) => _catalogue.Fill(nameof(NoSuchChoice), [typed, most]);

    // Command lines of the program itself, the same in every language.
    private static Code LoadSamples => new("digestbot samples load");

    private static Code Ingest => new("digestbot ingest FOLDER");

    private static CommandLink Command(string line) => new(line, line);

    private static CommandLink Help(string command) => new("/" + command, $"/help {command}");

    private static Plain Number(int number) => new(number.ToString(CultureInfo.CurrentCulture));
}
