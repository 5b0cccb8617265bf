using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>The words of replies about digests that are posted: one member a key of <c>DeliveryWords.resx</c>, in its order.</summary>
public static class DeliveryWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.DeliveryWords");

    public static string Subscribed => _catalogue[nameof(Subscribed)];

    public static string NextSlot(string moment) => _catalogue.Fill(nameof(NextSlot), [moment]);

    public static string NoNext => _catalogue[nameof(NoNext)];

    public static string Today => _catalogue[nameof(Today)];

    public static string Tomorrow => _catalogue[nameof(Tomorrow)];

    public static string Paused => _catalogue[nameof(Paused)];

    public static string PausedUntil(string moment) => _catalogue.Fill(nameof(PausedUntil), [moment]);

    public static string Held(string reason) => _catalogue.Fill(nameof(Held), [reason]);

    public static RichText HeldNotice(string number, string reason, string resume) =>
        _catalogue.Fill(nameof(HeldNotice), new Plain(number), new Plain(reason), new CommandLink(resume, resume));

    public static RichText HeldNoticeThere(string number, string channel, string reason, string resume) =>
        _catalogue.Fill(nameof(HeldNoticeThere), new Plain(number), new Plain(channel), new Plain(reason), new Code(resume));

    public static string HeldForMaker(string number, string community, string reason) =>
        _catalogue.Fill(nameof(HeldForMaker), [number, community, reason]);

    public static string Style(string style) => _catalogue.Fill(nameof(Style), [style]);

    public static string StyleAtMost(string style, int most) => _catalogue.Fill(nameof(StyleAtMost), [style, most]);

    public static string Topics(string words) => _catalogue.Fill(nameof(Topics), [words]);

    public static string Only(string words) => _catalogue.Fill(nameof(Only), [words]);

    public static string Without(string words) => _catalogue.Fill(nameof(Without), [words]);

    public static RichText AskZone(string time, string example) => _catalogue.Fill(nameof(AskZone), new Strong(time), new Code(example));

    public static RichText ZoneTaken(string city, string settings) =>
        _catalogue.Fill(nameof(ZoneTaken), new Plain(city), new CommandLink(settings, settings));

    public static string ButtonZoneRight(string time) => _catalogue.Fill(nameof(ButtonZoneRight), [time]);

    public static string ButtonZone(string time, string city) => _catalogue.Fill(nameof(ButtonZone), [time, city]);

    public static RichText NoSubscription(string subscribe) => _catalogue.Fill(nameof(NoSubscription), new CommandLink(subscribe, subscribe));

    public static string NoSuchSubscription(int number) => _catalogue.Fill(nameof(NoSuchSubscription), [number]);

    public static string WhichSubscription => _catalogue[nameof(WhichSubscription)];

    public static string SubscriptionsTitle => _catalogue[nameof(SubscriptionsTitle)];

    public static RichText Unsubscribed(string subscribe) => _catalogue.Fill(nameof(Unsubscribed), new CommandLink(subscribe, subscribe));

    public static RichText PauseDays(string command) => _catalogue.Fill(nameof(PauseDays), new CommandLink(command, command));

    public static RichText NoNewsYet(string add) => _catalogue.Fill(nameof(NoNewsYet), new CommandLink(add, add));

    public static RichText OldNews(string day, string digest) => _catalogue.Fill(nameof(OldNews), new Plain(day), new CommandLink(digest, digest));

    public static string ComesAgain => _catalogue[nameof(ComesAgain)];

    public static RichText TooManyWords(string option, int most) => _catalogue.Fill(nameof(TooManyWords), new Code(option + ":"), new Plain(most.ToString(CultureInfo.CurrentCulture)));

    public static RichText TooLongWords(string option, int longest) => _catalogue.Fill(nameof(TooLongWords), new Code(option + ":"), new Plain(longest.ToString(CultureInfo.CurrentCulture)));

    public static RichText NoWords(string option) => _catalogue.Fill(nameof(NoWords), new Code(option + ":"));

    public static RichText NotATime(string typed) => _catalogue.Fill(nameof(NotATime), new Plain(typed));

    public static string StillHere(string since) => _catalogue.Fill(nameof(StillHere), [since]);

    public static string Late => _catalogue[nameof(Late)];

    public static string Merged(int digests) => _catalogue.Fill(nameof(Merged), [digests]);

    public static string Skipped(int digests) => _catalogue.Count(nameof(Skipped), digests);

    public static string ButtonPreview => _catalogue[nameof(ButtonPreview)];

    public static string ButtonDigest(string number) => _catalogue.Fill(nameof(ButtonDigest), [number]);

    public static string ButtonUnsubscribe => _catalogue[nameof(ButtonUnsubscribe)];

    public static string ButtonResume => _catalogue[nameof(ButtonResume)];

    public static string ButtonSubscriptions => _catalogue[nameof(ButtonSubscriptions)];

    public static string ButtonAgain(string number) => _catalogue.Fill(nameof(ButtonAgain), [number]);

    public static string DeliveriesTitle => _catalogue[nameof(DeliveriesTitle)];

    public static string DeliveriesNone => _catalogue[nameof(DeliveriesNone)];

    public static string DeliveriesNoneFailed => _catalogue[nameof(DeliveriesNoneFailed)];

    public static string SentAgain => _catalogue[nameof(SentAgain)];

    public static RichText NothingAgain(string deliveries) => _catalogue.Fill(nameof(NothingAgain), new CommandLink(deliveries, deliveries));

    public static RichText NothingAgainHere(int number, string deliveries) =>
        _catalogue.Fill(nameof(NothingAgainHere), new Plain(number.ToString(CultureInfo.InvariantCulture)), new CommandLink(deliveries, deliveries));

    // What became of a digest, and why.
    public static string StatePlanned => _catalogue[nameof(StatePlanned)];

    public static string StateComposed => _catalogue[nameof(StateComposed)];

    public static string StateSent => _catalogue[nameof(StateSent)];

    public static string StateMerged => _catalogue[nameof(StateMerged)];

    public static string StateUndeliverable(string reason) => _catalogue.Fill(nameof(StateUndeliverable), [reason]);

    public static string StateUncertain(string reason) => _catalogue.Fill(nameof(StateUncertain), [reason]);

    public static string SkipEmpty => _catalogue[nameof(SkipEmpty)];

    public static string SkipTooOld => _catalogue[nameof(SkipTooOld)];

    public static string SkipStopped => _catalogue[nameof(SkipStopped)];

    public static string ReasonGone => _catalogue[nameof(ReasonGone)];

    public static string ReasonForbidden => _catalogue[nameof(ReasonForbidden)];

    public static string ReasonMoved => _catalogue[nameof(ReasonMoved)];

    public static string ReasonTopicClosed => _catalogue[nameof(ReasonTopicClosed)];

    public static string ReasonContentRefused => _catalogue[nameof(ReasonContentRefused)];

    public static string ReasonBotRefused => _catalogue[nameof(ReasonBotRefused)];

    public static string ReasonAnswerLost => _catalogue[nameof(ReasonAnswerLost)];

    public static string ReasonInterrupted => _catalogue[nameof(ReasonInterrupted)];

    public static string ReasonChannelHeld => _catalogue[nameof(ReasonChannelHeld)];

    public static string ReasonPutOff => _catalogue[nameof(ReasonPutOff)];
}
