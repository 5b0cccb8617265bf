using Bot.Digest.Ports;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with dated sentences.</summary>
public abstract class EventsContract : StorageContract
{
    [Fact]
    public async Task A_topic_gives_the_dated_sentences_of_its_articles_even_those_without_its_words()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Chess());

        var events = await Events.AboutAsync(CommunityId.DefaultSet, "east pier", null, null, 10, Ct);

        var found = Assert.Single(events);
        Assert.Equal(("Ilse Varga spoke on Saturday.", "on Saturday"), (found.Sentence, found.Expression));
        Assert.Equal((new DateOnly(2026, 5, 9), new DateOnly(2026, 5, 9)), (found.From, found.To));
        Assert.Equal(("weekday-past", 0.8, "Norrmark Post"), (found.Rule, found.Weight, found.Citation.Outlet));
    }

    [Fact]
    public async Task A_persons_dated_sentences_name_the_person_or_stand_beside_the_persons_quote()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Quoted(), Chess());
        var varga = await PersonAsync("Ilse Varga");

        var events = await Events.OfPersonAsync(CommunityId.DefaultSet, varga, null, null, 10, Ct);

        Assert.Equal(["Ilse Varga spoke on Saturday.", "The vote is on Friday."], events.Select(found => found.Sentence));
    }

    [Fact]
    public async Task Days_and_the_limit_narrow_dated_sentences_down_to_the_weightiest()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Quoted());
        var varga = await PersonAsync("Ilse Varga");

        var late = await Events.OfPersonAsync(CommunityId.DefaultSet, varga, new DateOnly(2026, 5, 10), null, 10, Ct);
        var early = await Events.AboutAsync(CommunityId.DefaultSet, "Varga", null, new DateOnly(2026, 5, 10), 10, Ct);
        var one = await Events.OfPersonAsync(CommunityId.DefaultSet, varga, null, null, 1, Ct);

        Assert.Equal(["The vote is on Friday."], late.Select(found => found.Sentence));
        Assert.Equal(["Ilse Varga spoke on Saturday."], early.Select(found => found.Sentence));
        Assert.Equal([0.8], one.Select(found => found.Weight));
    }

    [Fact]
    public async Task Dated_sentences_of_hidden_sources_are_not_told()
    {
        await StoreAsync(Harbour, "Harbour Letter", Pier(), Quoted());
        var varga = await PersonAsync("Ilse Varga", Harbour);

        Assert.Empty(await Events.AboutAsync(Valley, "pier", null, null, 10, Ct));
        Assert.Empty(await Events.InArticlesAsync(Valley, [await ArticleAsync("pier", Harbour)], 10, Ct));
        Assert.Empty(await Events.OfPersonAsync(Valley, varga, null, null, 10, Ct));
        Assert.Equal(2, (await Events.OfPersonAsync(Harbour, varga, null, null, 10, Ct)).Count);
    }

    [Fact]
    public async Task Articles_give_their_dated_sentences_the_weightiest_first()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Quoted(), Chess(), Pier());
        ArticleId[] asked = [await ArticleAsync("vote"), await ArticleAsync("pier")];

        var all = await Events.InArticlesAsync(CommunityId.DefaultSet, asked, 10, Ct);
        var one = await Events.InArticlesAsync(CommunityId.DefaultSet, asked, 1, Ct);

        Assert.Equal(["Ilse Varga spoke on Saturday.", "The vote is on Friday."], all.Select(found => found.Sentence));
        Assert.Equal(["Ilse Varga spoke on Saturday."], one.Select(found => found.Sentence));
    }

    private async Task<ArticleId> ArticleAsync(string words, CommunityId? asker = null) =>
        Assert.Single((await Articles.SearchAsync(asker ?? CommunityId.DefaultSet, words, new(), 0, 5, Ct)).Items).Citation.Article;

    private static News Pier() => new News("Row about the east pier", "The pier is old.\nIlse Varga spoke on Saturday. Ilse Varga left.")
        .Person("Ilse Varga").Dated("Ilse Varga spoke on Saturday.", "on Saturday", new DateOnly(2026, 5, 9), weight: 0.8);

    private static News Quoted() => new News("Vote", "“We will win.” Ilse Varga smiled. The vote is on Friday.")
        .Person("Ilse Varga").Said("“We will win.”", "Ilse Varga")
        .Dated("The vote is on Friday.", "on Friday", new DateOnly(2026, 5, 15), weight: 0.4, planned: true);

    private static News Chess() => new News("Chess", "The final is on Sunday.")
        .Dated("The final is on Sunday.", "on Sunday", new DateOnly(2026, 5, 17));
}
