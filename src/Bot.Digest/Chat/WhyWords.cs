namespace Bot.Digest.Chat;

/// <summary>Words of /why: one member a key of <c>WhyWords.resx</c>, in its order.</summary>
public static class WhyWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.WhyWords");

    public static string Summary => _catalogue[nameof(Summary)];

    public static string Item => _catalogue[nameof(Item)];

    public static string StoryNumber => _catalogue[nameof(StoryNumber)];

    public static string ArticleNumber => _catalogue[nameof(ArticleNumber)];

    public static string Button => _catalogue[nameof(Button)];

    public static RichText NoDigest(string digest) => _catalogue.Fill(nameof(NoDigest), new CommandLink(digest, digest));

    public static string NoSuchItem(int items, string why) => _catalogue.Fill(nameof(NoSuchItem), [items, why]);

    public static RichText NotAnItem(string typed, string example) => _catalogue.Fill(nameof(NotAnItem), new Plain(typed), new CommandLink(example, example));

    public static RichText NotADigest(string why) => _catalogue.Fill(nameof(NotADigest), new CommandLink(why, why));

    public static string Gone => _catalogue[nameof(Gone)];

    public static string DigestTitle(string due) => _catalogue.Fill(nameof(DigestTitle), [due]);

    public static string ToldAs(int number, string due) => _catalogue.Fill(nameof(ToldAs), [number, due]);

    public static string NotToldIn(string due) => _catalogue.Fill(nameof(NotToldIn), [due]);

    public static string LeftOut(int count, string why) => _catalogue.Fill(nameof(LeftOut), [count, why]);

    public static string HowOrdered => _catalogue[nameof(HowOrdered)];

    public static string InFull => _catalogue[nameof(InFull)];

    public static string Headline => _catalogue[nameof(Headline)];

    public static string NoRoom(int items) => _catalogue.Fill(nameof(NoRoom), [items]);

    public static string PublisherHasEnough => _catalogue[nameof(PublisherHasEnough)];

    public static string RepeatsAnother(int number, string headline) => _catalogue.Fill(nameof(RepeatsAnother), [number, headline]);

    public static string ToldBefore => _catalogue[nameof(ToldBefore)];

    public static string Excluded(string words) => _catalogue.Fill(nameof(Excluded), [words]);

    public static string NotIncluded(string words) => _catalogue.Fill(nameof(NotIncluded), [words]);

    public static string TooSmall => _catalogue[nameof(TooSmall)];

    public static string TooNew => _catalogue[nameof(TooNew)];

    public static string TooOld(string since) => _catalogue.Fill(nameof(TooOld), [since]);

    public static string Filtered(string filters, string sources) => _catalogue.Fill(nameof(Filtered), [filters, sources]);

    public static string Growth(int articles, int later) => _catalogue.Count(nameof(Growth), articles, later);

    public static string BehindNothing => _catalogue[nameof(BehindNothing)];

    public static string Behind(int hours) => _catalogue.Count(nameof(Behind), hours);

    public static string Topic(string words) => _catalogue.Fill(nameof(Topic), [words]);

    public static string ShortNoRoom => _catalogue[nameof(ShortNoRoom)];

    public static string ShortPublisher => _catalogue[nameof(ShortPublisher)];

    public static string ShortRepeats => _catalogue[nameof(ShortRepeats)];

    public static string ShortTold => _catalogue[nameof(ShortTold)];

    public static string ShortExcluded => _catalogue[nameof(ShortExcluded)];

    public static string ShortNotIncluded => _catalogue[nameof(ShortNotIncluded)];

    public static string ShortSmall => _catalogue[nameof(ShortSmall)];

    public static RichText NoSuchQuote(string typed) => _catalogue.Fill(nameof(NoSuchQuote), new Strong(typed));

    public static string QuotesTitle => _catalogue[nameof(QuotesTitle)];

    public static string NamedBy(string speaker, string cue) => _catalogue.Fill(nameof(NamedBy), [speaker, cue]);

    public static string NamedNear(string speaker) => _catalogue.Fill(nameof(NamedNear), [speaker]);

    public static string NotNamed => _catalogue[nameof(NotNamed)];

    public static string Sure => _catalogue[nameof(Sure)];

    public static string Unsure => _catalogue[nameof(Unsure)];

    public static string Printed(string paragraph) => _catalogue.Fill(nameof(Printed), [paragraph]);
}
