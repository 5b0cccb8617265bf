namespace Bot.Digest.Tests.Quotes;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("“The pier needs a doctor and soon.” — Ilse Varga, harbour minister", "Direct | “The pier needs a doctor and soon.” | Ilse Varga")]
    [InlineData("“The pier needs a doctor and soon.”\n— Ilse Varga, harbour minister", "Direct | “The pier needs a doctor and soon.” | Ilse Varga")]
    [InlineData("“The pier needs a doctor and soon.”\nIlse Varga, harbour minister", "Direct | “The pier needs a doctor and soon.” | Ilse Varga")]
    public void Marked_words_belong_to_the_one_who_signs_them(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData(
        "The crane on the east pier runs again since seven. Thank you all. pic.example.com/a1b2C3 — Ilse Varga (@ivarga) May 3, 2026",
        "Reported | The crane on the east pier runs again since seven. Thank you all. | Ilse Varga")]
    [InlineData(
        "Boats leave the island at nine tonight. https://t.example/x9Yz2 — Sundline Ferries (@sundline) May 3, 2026",
        "Reported | Boats leave the island at nine tonight. | Sundline Ferries")]
    public void A_post_is_told_as_reported_by_its_account_and_without_its_links(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("The pier stays open – Ilse Varga was glad of it (and so were the crews).")]
    [InlineData("The ferry — Nordlys (@ something) — sails again.")]
    public void A_name_behind_a_dash_signs_nothing_by_itself(string text) => Assert.Empty(ReadQuotes.Lines(text));

    [Fact]
    public void A_paragraph_that_goes_on_about_somebody_is_no_signature() =>
        Assert.DoesNotContain(
            ReadQuotes.Lines("Ilse Varga, the harbour minister, spoke first.\n“The pier needs a doctor and soon.”\nOmar Feld, the union’s chairman, was not there."),
            line => line.EndsWith("Omar Feld", StringComparison.Ordinal));
}
