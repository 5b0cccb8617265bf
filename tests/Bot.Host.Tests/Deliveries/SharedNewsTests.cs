using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Filtering;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Deliveries;

/// <summary>Channels that want the same are told the same, and it is composed once; whoever wants or may see anything else gets their own.</summary>
public sealed class SharedNewsTests : LedgerContract
{
    private readonly ScriptedPlatform _platform;
    private int _rendered;
    private int _searches;

    public SharedNewsTests() => _platform = new((_, _) => new Posted("m")) { OnRender = () => _rendered++ };

    [Fact]
    public async Task Communities_without_anything_of_their_own_share_one_composition_day_after_day()
    {
        for (var channel = 1; channel <= 20; channel++)
        {
            await OrderAsync(channel, Standard, channel % 2 == 0 ? "Europe/Berlin" : "Europe/Paris");
        }

        await TellAsync(CommunityId.DefaultSet, "Ferry strike begins");
        var first = await DayAsync();
        await TellAsync(CommunityId.DefaultSet, "Bridge reopens");
        var second = await DayAsync();

        Assert.Equal((20, 20), (first.Count, second.Count));
        Assert.Contains("Ferry strike begins", Assert.Single(first.Values.Distinct()), StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry strike begins", Assert.Single(second.Values.Distinct()), StringComparison.Ordinal);
        Assert.Equal((2, 4), (_searches, _rendered));
    }

    [Fact]
    public async Task Other_wishes_other_languages_and_other_things_told_before_make_other_digests()
    {
        await OrderAsync(1, Standard, "Europe/Berlin");
        await OrderAsync(2, Standard with { Style = "brief" }, "Europe/Berlin");
        await OrderAsync(3, Standard with { Exclude = "ferry" }, "Europe/Berlin");
        await OrderAsync(4, Standard with { Language = "de" }, "Europe/Berlin");
        await TellAsync(CommunityId.DefaultSet, "Ferry strike begins", "Wheat prices fall");
        var first = await DayAsync();
        var searches = _searches;
        await OrderAsync(5, Standard, "Europe/Berlin");
        await TellAsync(CommunityId.DefaultSet, "Bridge reopens");
        var second = await DayAsync();

        Assert.Equal(4, first.Values.Distinct().Count());
        Assert.Equal(2, searches);
        Assert.DoesNotContain("Ferry", first[3], StringComparison.Ordinal);
        Assert.NotEqual(second[1], second[5]);
    }

    [Fact]
    public async Task A_community_with_sources_or_filters_of_its_own_is_told_what_it_may_see_and_nobody_else_of_it()
    {
        var own = await OrderAsync(1, Standard, "Europe/Berlin");
        await OrderAsync(2, Standard, "Europe/Berlin");
        var filtering = await OrderAsync(3, Standard, "Europe/Berlin");
        var filters = new StoredFilters(Database, Clock);
        await filters.AddAsync(new Editor(filtering, "telegram 3"), new FilterRule(false, FilterKind.Words, "wheat"), null, Ct);
        await TellAsync(CommunityId.DefaultSet, "Ferry strike begins", "Wheat prices fall");
        await TellAsync(own, "Harbour council meets in secret");

        var day = await DayAsync();

        Assert.Contains("in secret", day[1], StringComparison.Ordinal);
        Assert.Contains("Wheat", day[1], StringComparison.Ordinal);
        Assert.DoesNotContain("in secret", day[2], StringComparison.Ordinal);
        Assert.Contains("Wheat", day[2], StringComparison.Ordinal);
        Assert.DoesNotContain("in secret", day[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Wheat", day[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_operator_hides_from_the_default_set_is_hidden_there_alone()
    {
        await OrderAsync(1, Standard, "Europe/Berlin");
        await new StoredFilters(Database, Clock).AddAsync(
            new Editor(CommunityId.DefaultSet, "terminal"), new FilterRule(false, FilterKind.Words, "wheat"), null, Ct);
        await TellAsync(CommunityId.DefaultSet, "Ferry strike begins", "Wheat prices fall");

        Assert.Contains("Wheat", (await DayAsync())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_wrong_in_a_digest_of_many_channels_is_worded_once_for_all_of_them()
    {
        for (var channel = 1; channel <= 20; channel++)
        {
            await OrderAsync(channel, Standard, "Europe/Berlin");
        }

        await TellAsync(CommunityId.DefaultSet, "Ferry strike begins");
        await DayAsync();
        await Database.WriteAsync(
            connection => connection.ExecuteAsync("update articles set withdrawn_at = 1; insert into changed_articles (article_id, change) select id, 1 from articles"), Ct);
        await new Correcting(new StoredPostedDigests(Database, Clock), Quotes, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        await SendAsync();
        await TellAsync(CommunityId.DefaultSet, "Bridge reopens");
        var before = _rendered;
        var day = await DayAsync();

        Assert.Contains("Corrected: 2 June no. 1, withdrawn by", Assert.Single(day.Values.Distinct()), StringComparison.Ordinal);
        Assert.Equal((20, 1), (day.Count, _rendered - before));
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>A subscription of a channel in a community of its own.</summary>
    private async Task<CommunityId> OrderAsync(int channel, DigestWish wish, string zone)
    {
        var community = await new StoredCommunities(Database, Options.Create(new CommunitiesOptions()), Clock).EnterAsync(Channel(channel), $"Group {channel}", Ct);
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = zone, ValidFrom = Clock.GetUtcNow() };
        await Subscriptions.AddAsync(new Editor(community.Id, "telegram 7"), Channel(channel), schedule, wish, Ct);
        return community.Id;
    }

    private async Task TellAsync(CommunityId community, params string[] titles)
    {
        foreach (var title in titles)
        {
            await StoreAsync(community, $"Paper of {community.Value}", new News(title, $"{title}, as its editors say.").At(Clock.GetUtcNow()));
        }
    }

    /// <summary>What each channel is posted on the next day.</summary>
    private async Task<Dictionary<int, string>> DayAsync()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        var desk = new NewsDesk(new CountedStories(Stories, () => _searches++), Quotes, new StoredNotices(Database, Clock), Slots);
        await new DigestWriting(Slots, desk, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        return (await SendAsync()).ToDictionary(delivery => int.Parse(delivery.Post.To.Channel[4..], null), delivery => delivery.Post.Body);
    }

    private async Task<IReadOnlyList<OutgoingDelivery>> SendAsync()
    {
        var taken = await TakeAsync(most: 100);
        foreach (var delivery in taken)
        {
            await EndAsync(delivery, new DeliveryEnd.Sent("m"));
        }

        return taken;
    }
}
