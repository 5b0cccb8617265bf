using Bot.Digest.Stories;

namespace Bot.Digest.Tests.Stories;

public sealed class MinHashTests
{
    [Fact]
    public void An_edited_copy_is_told_from_another_article_on_the_same_thing()
    {
        var whole = MinHash.Of(Copies.Whole().Text)!;
        var other = MinHash.Of(
            "Odile Marchand, bridge warden of Tarn, has opened the bridge for carts after the repair of its planks.\n"
            + "Cars stay banned, and the eastern arch is propped up with wood until masons come back in autumn.\n"
            + "Nine councillors had been for the work, two against it, when stones fell into the river in a storm.")!;

        Assert.True(whole.IsCopyOf(MinHash.Of(Copies.Edited().Text)!));
        Assert.False(whole.IsCopyOf(other));
    }

    [Fact]
    public void A_text_of_a_few_words_has_no_fingerprint() => Assert.Null(MinHash.Of("The old bridge opens."));
}
