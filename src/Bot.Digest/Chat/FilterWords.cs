using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>What replies say about filters: one member a key of <c>FilterWords.resx</c>, in its order.</summary>
public static class FilterWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.FilterWords");

    public static RichText Excluded(string rule) => _catalogue.Fill(nameof(Excluded), new Strong(rule));

    public static RichText ExcludedOf(string rule, string source) => _catalogue.Fill(nameof(ExcludedOf), new Strong(rule), new Strong(source));

    public static RichText Included(string rule) => _catalogue.Fill(nameof(Included), new Strong(rule));

    public static RichText IncludedOf(string rule, string source) => _catalogue.Fill(nameof(IncludedOf), new Strong(rule), new Strong(source));

    public static RichText Removed(string rule) => _catalogue.Fill(nameof(Removed), new Strong(rule));

    public static RichText NoSuch(string number, string list) => _catalogue.Fill(nameof(NoSuch), new Plain(number), new CommandLink(list, list));

    public static RichText None(string example) => _catalogue.Fill(nameof(None), new Code(example));

    public static string Title => _catalogue[nameof(Title)];

    public static string OnlySource(string source) => _catalogue.Fill(nameof(OnlySource), [source]);

    public static RichText TooMany(int most, string remove) => _catalogue.Fill(nameof(TooMany), new Plain(most.ToString(CultureInfo.CurrentCulture)), new Code(remove));

    public static RichText How(string example) => _catalogue.Fill(nameof(How), new Code(example));

    public static string Both => _catalogue[nameof(Both)];

    public static string FaultEmpty => _catalogue[nameof(FaultEmpty)];

    public static string FaultTooLong(int most) => _catalogue.Fill(nameof(FaultTooLong), [most]);

    public static RichText FaultUnreadable(string typed) => _catalogue.Fill(nameof(FaultUnreadable), new Code(typed));

    public static RichText FaultNotInOnePass(string typed) => _catalogue.Fill(nameof(FaultNotInOnePass), new Code(typed));

    public static RichText FaultTooSlow(string typed) => _catalogue.Fill(nameof(FaultTooSlow), new Code(typed));

    public static string TestTitle => _catalogue[nameof(TestTitle)];

    public static string TestCount(int told, int all) => _catalogue.Fill(nameof(TestCount), [told, all]);

    public static string Told => _catalogue[nameof(Told)];

    public static string Hidden => _catalogue[nameof(Hidden)];

    public static string Because(string rule) => _catalogue.Fill(nameof(Because), [rule]);

    public static string NothingIncludes => _catalogue[nameof(NothingIncludes)];

    public static RichText Trying(string rule, string add) => _catalogue.Fill(nameof(Trying), new Strong(rule), new CommandLink(add, add));

    public static string ButtonTest => _catalogue[nameof(ButtonTest)];

    public static string ButtonRemove(string number) => _catalogue.Fill(nameof(ButtonRemove), [number]);
}
