using Bot.Digest.Ports;
using Bot.Digest.Tests.Commands;
using Bot.Digest.Tests.Deliveries;
using Bot.Digest.Vocabularies;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Vocabularies;

/// <summary>What is kept in memory of archives for those who type.</summary>
public sealed class KeptVocabulariesTests
{
    private static readonly CommunityId Harbour = new(20);

    /// <summary>Of two communities they have room, of three they have not.</summary>
    private static readonly Term[] Many = [.. Enumerable.Range(0, 70_000).Select(number => new Term(TermKind.Topic, "pier", "pier", ["pier"], number))];

    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryVocabulary _archive = new(new Term(TermKind.Topic, "pier", "pier", ["pier"], 1));
    private readonly KeptVocabularies _kept;

    public KeptVocabulariesTests() => _kept = new(_archive, _clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_is_read_once_a_minute_however_much_is_typed()
    {
        for (var letter = 0; letter < 60; letter++)
        {
            await _kept.OfAsync(Harbour, Ct);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, _archive.Readings);
    }

    [Fact]
    public async Task After_a_minute_it_is_read_again_and_nobody_waits_for_that()
    {
        await _kept.OfAsync(Harbour, Ct);
        var reading = Hold();
        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(1, (await _kept.OfAsync(Harbour, Ct)).Count);
        reading.SetResult([]);
        while ((await _kept.OfAsync(Harbour, Ct)).Count > 0)
        {
            await Task.Yield();
        }

        Assert.Equal(2, _archive.Readings);
    }

    [Fact]
    public async Task What_is_older_than_five_minutes_is_shown_to_nobody()
    {
        await _kept.OfAsync(Harbour, Ct);
        var reading = Hold();
        _clock.Advance(TimeSpan.FromSeconds(301));

        var finding = _kept.OfAsync(Harbour, Ct);
        Assert.False(finding.IsCompleted);
        reading.SetResult([]);

        Assert.Equal(0, (await finding).Count);
    }

    [Fact]
    public async Task What_was_read_before_people_were_corrected_is_shown_to_nobody()
    {
        await _kept.OfAsync(Harbour, Ct);
        var reading = Hold();
        _archive.PeopleVersion++;

        var finding = _kept.OfAsync(Harbour, Ct);
        Assert.False(finding.IsCompleted);
        reading.SetResult([]);

        Assert.Equal(0, (await finding).Count);
        await _kept.OfAsync(Harbour, Ct);
        Assert.Equal(2, _archive.Readings);
    }

    [Fact]
    public async Task Only_two_archives_are_read_at_a_time_however_many_communities_type()
    {
        var reading = Hold();

        var finding = Enumerable.Range(1, 5).Select(community => _kept.OfAsync(new CommunityId(community), Ct)).ToList();

        Assert.Equal(2, _archive.Readings);
        reading.SetResult([]);
        await Task.WhenAll(finding);
        Assert.Equal(5, _archive.Readings);
    }

    [Fact]
    public async Task What_somebody_waits_for_does_not_give_way_to_what_others_read_meanwhile()
    {
        var reading = Hold();
        var finding = _kept.OfAsync(Harbour, Ct);
        _archive.Reading = () => Task.FromResult<IReadOnlyList<Term>>(Many);
        foreach (var community in (long[])[1, 2, 3])
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _kept.OfAsync(new CommunityId(community), Ct);
        }

        reading.SetResult([]);
        await finding;
        await _kept.OfAsync(Harbour, Ct);

        Assert.Equal(4, _archive.Readings);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_keeps_nothing_longer()
    {
        var jumping = new JumpingClock(_clock);
        var kept = new KeptVocabularies(_archive, jumping);
        await kept.OfAsync(Harbour, Ct);
        _clock.Advance(TimeSpan.FromSeconds(301));
        jumping.Jump = -TimeSpan.FromHours(1);

        await kept.OfAsync(Harbour, Ct);

        Assert.Equal(2, _archive.Readings);
    }

    [Fact]
    public async Task An_archive_that_could_not_be_read_is_read_again()
    {
        _archive.Reading = () => throw new IOException("busy");
        await Assert.ThrowsAsync<IOException>(() => _kept.OfAsync(Harbour, Ct));
        _archive.Reading = null;

        Assert.Equal(1, (await _kept.OfAsync(Harbour, Ct)).Count);
    }

    [Fact]
    public async Task The_community_that_typed_longest_ago_gives_way_when_there_is_too_much_of_others()
    {
        _archive.Reading = () => Task.FromResult<IReadOnlyList<Term>>(Many);
        foreach (var community in (long[])[1, 2, 1, 3])
        {
            await _kept.OfAsync(new CommunityId(community), Ct);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, _archive.Readings);
        await _kept.OfAsync(new CommunityId(1), Ct);
        Assert.Equal(3, _archive.Readings);
        await _kept.OfAsync(new CommunityId(2), Ct);
        Assert.Equal(4, _archive.Readings);
    }

    /// <summary>The next reading takes until it is told to end.</summary>
    private TaskCompletionSource<IReadOnlyList<Term>> Hold()
    {
        var reading = new TaskCompletionSource<IReadOnlyList<Term>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _archive.Reading = () => reading.Task;
        return reading;
    }
}
