using Bot.Digest.Articles;

namespace Bot.Digest.Tests.Stories;

/// <summary>An article and an edited copy of it.</summary>
internal static class Copies
{
    private const string Text =
        "The old bridge of Tarn opens to carts on Monday, bridge warden Odile Marchand announced at the parish hall.\n"
        + "Carpenters replaced eighty planks and both handrails during a month of work that drew many onlookers.\n"
        + "Cars must wait until autumn because the eastern arch still rests on wooden props, the warden explained.\n"
        + "The council voted nine to two for the repair after a storm had loosened stones above the river last winter.";

    public static Article Whole() => new() { Title = "Old bridge opens to carts", Text = Text, Published = DateTimeOffset.UnixEpoch };

    public static Article Edited() => new()
    {
        Title = "Carts may cross the old bridge",
        Text = Text.Replace("Carpenters", "Joiners", StringComparison.Ordinal) + "\nThe market moves next.",
        Published = DateTimeOffset.UnixEpoch,
    };
}
