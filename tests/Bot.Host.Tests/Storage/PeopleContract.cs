using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with people.</summary>
public abstract class PeopleContract : StorageContract
{
    [Theory]
    [InlineData("lee-min-bock", true)]
    [InlineData("Le Min-bok", true)]
    [InlineData("bock", false)]
    [InlineData("Lea Mun Bock", false)]
    public async Task A_short_word_may_be_a_letter_off_only_beside_a_right_one(string typed, bool isFound)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Visit", "“Yes.” Lee Min-bok said.").Person("Lee Min-bok").Said("“Yes.”", "Lee Min-bok"));

        var found = await People.FindAsync(CommunityId.DefaultSet, typed, 5, Ct);

        Assert.Equal(isFound ? [NameMatch.Misspelt] : [], found.Select(person => person.Match));
    }

    [Theory]
    [InlineData("ilse-varga", NameMatch.Slug)]
    [InlineData("Ilse Varga", NameMatch.FullName)]
    [InlineData("varga", NameMatch.Surname)]
    [InlineData("Minister Varga", NameMatch.Alias)]
    [InlineData("Ilse Vargga", NameMatch.Misspelt)]
    [InlineData("vraga", NameMatch.Misspelt)]
    public async Task Somebody_is_found_by_what_people_type(string typed, NameMatch match)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());

        var found = Assert.Single(await People.FindAsync(CommunityId.DefaultSet, typed, 5, Ct));

        Assert.Equal(("ilse-varga", "Ilse Varga", "harbour minister", 1, 1), (found.Slug, found.Name, found.Role, found.Quotes, found.Mentions));
        Assert.Equal(match, found.Match);
    }

    [Fact]
    public async Task A_card_counts_shown_and_possible_quotes_apart_and_publishers_of_the_shown_ones()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Possible());

        var card = await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct);

        Assert.NotNull(card);
        Assert.Equal((1, 1, 1, 2), (card.Quotes, card.Possible, card.Publishers, card.Mentions));
        Assert.Equal(["I. Varga", "Minister Varga"], card.Aliases);
        Assert.Equal(["transport minister", "harbour minister"], card.Roles.Select(role => role.Text));
        Assert.Equal(new DateOnly(2026, 5, 20), card.Roles[0].AsOf);
    }

    [Fact]
    public async Task What_several_outlets_print_of_one_person_takes_nothing_from_the_count_of_another()
    {
        var pier = new News("Pier row", "“The pier stays open all summer and all winter.” Ilse Varga said so.")
            .Person("Ilse Varga").Said("“The pier stays open all summer and all winter.”", "Ilse Varga");
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", pier);
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", pier);
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post", new News("Fair", "“We came.” Omar Feld said so.").Person("Omar Feld").Said("“We came.”", "Omar Feld"));

        var varga = Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "Ilse Varga", 5, Ct));
        var feld = Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct));

        Assert.Equal((1, 1), (varga.Quotes, feld.Quotes));
    }

    [Fact]
    public async Task One_passing_mention_makes_no_card()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Fair", "Omar Feld came.").Person("Omar Feld"));
        Assert.Empty(await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct));

        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Fair again", "Omar Feld came again.").Person("Omar Feld"));

        Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct));
    }

    [Fact]
    public async Task Names_are_completed_from_the_beginning_of_any_word_the_most_quoted_first()
    {
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post", Pier(), new News("Fair", "Omar Vahl came. Omar Vahl left.").Person("Omar Vahl"));

        var found = await People.CompleteAsync(CommunityId.DefaultSet, "va", 5, Ct);

        Assert.Equal(["ilse-varga", "omar-vahl"], found.Select(person => person.Slug));
    }

    [Fact]
    public async Task Two_people_whose_slugs_collide_get_two_slugs()
    {
        await StoreAsync(
            CommunityId.DefaultSet,
            "Norrmark Post",
            new News("A", "Al-Hadi Omar came. Al-Hadi Omar left.").Person("Al-Hadi Omar"),
            new News("B", "Al Hadi Omar came. Al Hadi Omar left.").Person("Al Hadi Omar"));

        var first = (await People.FindAsync(CommunityId.DefaultSet, "al-hadi-omar", 5, Ct))[0];
        var second = (await People.FindAsync(CommunityId.DefaultSet, "al-hadi-omar-2", 5, Ct))[0];

        Assert.Equal(("Al-Hadi Omar", "Al Hadi Omar"), (first.Name, second.Name));
    }

    [Fact]
    public async Task People_whom_only_hidden_sources_name_are_not_there_and_hidden_counts_and_names_stay_hidden()
    {
        await StoreAsync(Harbour, "Harbour Letter", Possible(), Fair());
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());
        var varga = await PersonAsync("Ilse Varga");
        var feld = await PersonAsync("Omar Feld", Harbour);

        var card = await People.CardAsync(Valley, varga, Ct);

        Assert.NotNull(card);
        Assert.Equal((1, 0, 1, 1), (card.Quotes, card.Possible, card.Publishers, card.Mentions));
        Assert.Equal(["harbour minister"], card.Roles.Select(role => role.Text));
        Assert.DoesNotContain("I. Varga", card.Aliases);
        Assert.Null(await People.CardAsync(Valley, feld, Ct));
        Assert.Empty(await People.FindAsync(Valley, "Omar Feld", 5, Ct));
        Assert.Empty(await People.FindAsync(Valley, "Omar Felt", 5, Ct));
        Assert.Empty(await People.CompleteAsync(Valley, "fel", 5, Ct));
    }

    private static News Pier() =>
        new News("Pier row", "“The pier stays open.” Ilse Varga, harbour minister, said so.\nMinister Varga left.")
            .Person("Ilse Varga", "harbour minister", "Minister Varga").Said("“The pier stays open.”", "Ilse Varga").At(2026, 5, 10);

    private static News Possible() =>
        new News("Tram row", "“Maybe,” somebody said.\nIlse Varga, transport minister, was there. I. Varga left.")
            .Person("Ilse Varga", "transport minister", "I. Varga").Said("“Maybe,”", "Ilse Varga", shown: false).At(2026, 5, 20);

    private static News Fair() => new News("Fair", "Omar Feld came. Omar Feld left.").Person("Omar Feld");
}
