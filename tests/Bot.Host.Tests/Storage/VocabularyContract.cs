using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Filtering;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must say can be asked about.</summary>
public abstract class VocabularyContract : StorageContract
{
    private StoredVocabulary Vocabulary => new(Database);

    [Fact]
    public async Task People_topics_stories_and_sources_can_be_asked_about()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(1), Pier(2));

        var terms = await Vocabulary.ReadAsync(CommunityId.WithoutOwn, Ct);

        Assert.Contains(terms, term => term is { Kind: TermKind.Person, Value: "ilse-varga", Label: "Ilse Varga", Detail: "harbour minister", Weight: 2 } && term.Forms.Contains("ilse varga"));
        Assert.Contains(terms, term => term is { Kind: TermKind.Topic, Value: "East pier", Articles: 2 } && term.Forms is ["east pier"]);
        Assert.Contains(terms, term => term is { Kind: TermKind.Story, Articles: > 0, Publishers: 1 } && term.Label.StartsWith("East pier", StringComparison.Ordinal));
        Assert.Contains(terms, term => term is { Kind: TermKind.Source, Value: "Norrmark Post" });
    }

    [Fact]
    public async Task Nothing_of_another_community_can_be_asked_about()
    {
        await StoreAsync(Harbour, "Harbour Letter", Pier(1), Pier(2));
        await StoreAsync(Valley, "Valley Letter", new News("Meadow is mown", "Hay is dry."));

        var theirs = await Vocabulary.ReadAsync((await Vocabulary.SightAsync(Valley, Ct)).Reader, Ct);

        Assert.Equal(["Meadow is mown", "Valley Letter"], theirs.Select(term => term.Label));
        Assert.Empty(await Vocabulary.ReadAsync(CommunityId.WithoutOwn, Ct));
    }

    [Fact]
    public async Task A_form_that_only_others_sources_print_leads_to_nobody()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(1), Pier(2));
        await StoreAsync(Harbour, "Harbour Letter", new News("Row", "“No.” Ilse Varga said. Pierqueen is angry.").Person("Ilse Varga", role: null, "Pierqueen").Said("“No.”", "Ilse Varga"));

        Assert.DoesNotContain(Forms(await Vocabulary.ReadAsync(CommunityId.WithoutOwn, Ct)), form => form.Contains("pierqueen", StringComparison.Ordinal));
        Assert.Contains(Forms(await Vocabulary.ReadAsync(Harbour, Ct)), form => form.Contains("pierqueen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_filter_hides_is_no_topic()
    {
        await EnterAsync();
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(1), Pier(2));
        await new StoredFilters(Database, Clock).AddAsync(new Editor(Harbour, "somebody"), new FilterRule(false, FilterKind.Words, "pier"), source: null, Ct);

        var terms = await Vocabulary.ReadAsync((await Vocabulary.SightAsync(Harbour, Ct)).Reader, Ct);

        Assert.DoesNotContain(terms, term => term.Kind is TermKind.Topic or TermKind.Story);
    }

    [Fact]
    public async Task Communities_without_anything_of_their_own_read_as_one()
    {
        await EnterAsync();

        Assert.Equal(CommunityId.WithoutOwn, (await Vocabulary.SightAsync(new CommunityId(77), Ct)).Reader);
        Assert.Equal(Harbour, (await Vocabulary.SightAsync(Harbour, Ct)).Reader);
    }

    [Fact]
    public async Task Every_correction_of_people_and_its_undoing_are_seen_at_once_though_the_clock_was_put_back()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(1), Pier(2));
        var editor = new Editor(CommunityId.DefaultSet, "terminal");
        var person = await PersonAsync("Ilse Varga");
        List<Sight> seen = [await SeenAsync()];

        foreach (var change in (Func<StoredPersonEditing, Task>[])
        [
            editing => editing.SplitAsync(editor, person, new PersonSplit { Articles = [new ArticleId(1)] }, Ct),
            editing => editing.UndoAsync(editor, edit: null, Ct),
            editing => editing.NoteAsync(editor, person, "of the harbour", Ct),
            editing => editing.UndoAsync(editor, edit: null, Ct),
            editing => editing.RenameAsync(editor, person, "Ilse Holm", Ct),
            editing => editing.RemoveAsync(editor, person, Ct),
        ])
        {
            await change(new StoredPersonEditing(Database, new FakeTimeProvider(Clock.GetUtcNow().AddDays(-seen.Count))));
            seen.Add(await SeenAsync());
        }

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(seen[^1], await SeenAsync());

        Task<Sight> SeenAsync() => Vocabulary.SightAsync(CommunityId.WithoutOwn, Ct);
    }

    private static IEnumerable<string> Forms(IReadOnlyList<Term> terms) => terms.SelectMany(term => term.Forms);

    private static News Pier(int day) => new News($"East pier stays open, day {day}", $"“It stays open on day {day}.” Ilse Varga, harbour minister, said.")
        .At(2026, 5, 20 + day).Address($"https://norrmark-post.example/{day}").Person("Ilse Varga", "harbour minister").Said($"“It stays open on day {day}.”", "Ilse Varga");
}
