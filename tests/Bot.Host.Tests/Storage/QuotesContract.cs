using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with quotes.</summary>
public abstract class QuotesContract : StorageContract
{
    [Fact]
    public async Task A_persons_quotes_come_newest_first_with_their_paragraphs()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());
        var person = await PersonAsync("Ilse Varga");

        var hits = await Quotes.OfPersonAsync(CommunityId.DefaultSet, new QuoteFilter { By = person }, 0, 10, Ct);

        Assert.Equal(["“The ferry is safe.”", "“The pier stays open.”"], hits.Items.Select(hit => hit.Text));
        Assert.Equal(2, hits.Total);
        var newest = hits.Items[0];
        Assert.Equal("The ferry is safe.", newest.Verbatim[0].In(newest.Text));
        Assert.Equal(("Ilse Varga", "ilse-varga", "Norrmark Post"), (newest.Speaker, newest.SpeakerSlug, newest.Citation.Outlet));
        Assert.Equal("Passengers asked for news.", newest.Before);
        Assert.Equal("“The ferry is safe.” Ilse Varga told them.", newest.Paragraph);
        Assert.Null(hits.Items[1].Before);
    }

    private static News Pier() => new News("Pier row", "“The pier stays open.” Ilse Varga said so on Monday.\nIlse Varga left.")
        .Person("Ilse Varga").Said("“The pier stays open.”", "Ilse Varga").At(2026, 5, 10);

    private static News Ferry() => new News("Ferry checked", "Passengers asked for news.\n“The ferry is safe.” Ilse Varga told them.")
        .Person("Ilse Varga").Said("“The ferry is safe.”", "Ilse Varga", kind: QuoteKind.Direct).At(2026, 5, 12);
}
