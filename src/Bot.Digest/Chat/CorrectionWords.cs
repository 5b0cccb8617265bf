namespace Bot.Digest.Chat;

/// <summary>What replies say about things that are wrong and are put right: one member a key of <c>CorrectionWords.resx</c>, in its order.</summary>
public static class CorrectionWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.CorrectionWords");

    public static string ButtonWrong => _catalogue[nameof(ButtonWrong)];

    public static string WrongWhich => _catalogue[nameof(WrongWhich)];

    public static string WrongWhat => _catalogue[nameof(WrongWhat)];

    public static string QuotesToo => _catalogue[nameof(QuotesToo)];

    public static string ButtonPerson => _catalogue[nameof(ButtonPerson)];

    public static string ButtonWords => _catalogue[nameof(ButtonWords)];

    public static string ButtonDate => _catalogue[nameof(ButtonDate)];

    public static string ButtonStory => _catalogue[nameof(ButtonStory)];

    public static string Number(string number) => _catalogue.Fill(nameof(Number), [number]);

    public static RichText Thanks(string reports) => _catalogue.Fill(nameof(Thanks), new Code(reports));

    public static string ThanksBefore => _catalogue[nameof(ThanksBefore)];

    public static string TooMany(int most) => _catalogue.Fill(nameof(TooMany), [most]);

    public static RichText NoSuchItem(string typed) => _catalogue.Fill(nameof(NoSuchItem), new Strong(typed));

    public static RichText NotAnItem(string typed, string example) => _catalogue.Fill(nameof(NotAnItem), new Strong(typed), new CommandLink(example, example));

    public static string ReportsTitle => _catalogue[nameof(ReportsTitle)];

    public static string ReportsNone => _catalogue[nameof(ReportsNone)];

    public static string KindPerson => _catalogue[nameof(KindPerson)];

    public static string KindWords => _catalogue[nameof(KindWords)];

    public static string KindDate => _catalogue[nameof(KindDate)];

    public static string KindStory => _catalogue[nameof(KindStory)];

    public static string Reporters(int count) => _catalogue.Count(nameof(Reporters), count);

    public static string ButtonHide(string number) => _catalogue.Fill(nameof(ButtonHide), [number]);

    public static string ButtonUnresolve(string number) => _catalogue.Fill(nameof(ButtonUnresolve), [number]);

    public static string ButtonDismiss(string number) => _catalogue.Fill(nameof(ButtonDismiss), [number]);

    public static string ButtonSplit(string number) => _catalogue.Fill(nameof(ButtonSplit), [number]);

    public static string ButtonHideIt => _catalogue[nameof(ButtonHideIt)];

    public static string ButtonUnresolveIt => _catalogue[nameof(ButtonUnresolveIt)];

    public static string ButtonRestore => _catalogue[nameof(ButtonRestore)];

    public static RichText Dismissed(string item, string card) => _catalogue.Fill(nameof(Dismissed), new CommandLink(item, card));

    public static RichText NoSuchReport(string number, string list) => _catalogue.Fill(nameof(NoSuchReport), new Strong(number), new CommandLink(list, list));

    public static string HiddenHere => _catalogue[nameof(HiddenHere)];

    public static string HiddenForAll => _catalogue[nameof(HiddenForAll)];

    public static string UnresolvedHere => _catalogue[nameof(UnresolvedHere)];

    public static string UnresolvedForAll => _catalogue[nameof(UnresolvedForAll)];

    public static string Restored => _catalogue[nameof(Restored)];

    public static string AsBefore => _catalogue[nameof(AsBefore)];

    public static string ForEveryone => _catalogue[nameof(ForEveryone)];

    public static RichText NoSuchQuote(string typed, string example) => _catalogue.Fill(nameof(NoSuchQuote), new Strong(typed), new Code(example));

    public static string QuoteTaken => _catalogue[nameof(QuoteTaken)];

    public static string SentenceTaken(string outlet) => _catalogue.Fill(nameof(SentenceTaken), [outlet]);

    public static string PartTaken => _catalogue[nameof(PartTaken)];

    public static string Corrected(string where, string what) => _catalogue.Fill(nameof(Corrected), [where, what]);

    public static string CorrectedItem(string day, int number) => _catalogue.Fill(nameof(CorrectedItem), [day, number]);

    public static string CorrectedPost(string day) => _catalogue.Fill(nameof(CorrectedPost), [day]);

    public static string CorrectedQuote => _catalogue[nameof(CorrectedQuote)];

    public static string CorrectedUnknown => _catalogue[nameof(CorrectedUnknown)];

    public static string CorrectedSpeaker(string speaker, string was) => _catalogue.Fill(nameof(CorrectedSpeaker), [speaker, was]);

    public static string CorrectedWithdrawn(string outlet) => _catalogue.Fill(nameof(CorrectedWithdrawn), [outlet]);

    public static string CorrectedOutlet(string outlet) => _catalogue.Fill(nameof(CorrectedOutlet), [outlet]);

    public static string DidHide(string item) => _catalogue.Fill(nameof(DidHide), [item]);

    public static string DidUnresolve(string item) => _catalogue.Fill(nameof(DidUnresolve), [item]);

    public static string DidRestore(string item) => _catalogue.Fill(nameof(DidRestore), [item]);

    public static string DidRemovePerson(string slug) => _catalogue.Fill(nameof(DidRemovePerson), [slug]);

    public static RichText RemoveSure(string name) => _catalogue.Fill(nameof(RemoveSure), new Strong(name));

    public static string ButtonRemove => _catalogue[nameof(ButtonRemove)];

    public static string ButtonKeep => _catalogue[nameof(ButtonKeep)];

    public static RichText PersonRemoved(string name) => _catalogue.Fill(nameof(PersonRemoved), new Strong(name));

    public static string DidDismiss(string item) => _catalogue.Fill(nameof(DidDismiss), [item]);
}
