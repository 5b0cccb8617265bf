using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must know of communities.</summary>
public abstract class CommunitiesContract : StorageContract
{
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");
    private static readonly ChatAddress Pier = new("telegram", "-100", "7");
    private static readonly ChatAddress Mill = new("discord", "-100", "9");

    private StoredCommunities Communities => With(new CommunitiesOptions());

    [Fact]
    public async Task A_chat_is_one_community_in_all_its_channels_and_keeps_its_number_when_it_is_renamed()
    {
        var first = await Communities.EnterAsync(Pier, "Pier", Ct);
        var renamed = await Communities.EnterAsync(Pier with { Channel = "8" }, "East pier", Ct);
        var other = await Communities.EnterAsync(Mill, "Mill", Ct);

        Assert.Equal(new Community(first.Id, "telegram", "-100", "Pier", CommunityStanding.Served, Clock.GetUtcNow(), 0, 100), first);
        Assert.Equal(first with { Name = "East pier" }, renamed);
        Assert.Equal(renamed, await Communities.FindAsync(first.Id, Ct));
        Assert.NotEqual(first.Id, other.Id);
    }

    [Fact]
    public async Task Where_the_operator_approves_communities_new_ones_wait_and_old_ones_go_on()
    {
        var old = await Communities.EnterAsync(Pier, "Pier", Ct);
        var careful = With(new CommunitiesOptions { Approval = true });

        Assert.Equal(CommunityStanding.Served, (await careful.EnterAsync(Pier, "East pier", Ct)).Standing);
        Assert.Equal(CommunityStanding.Waiting, (await careful.EnterAsync(Mill, "Mill", Ct)).Standing);
        Assert.Equal(CommunityStanding.Served, (await careful.FindAsync(old.Id, Ct))!.Standing);
    }

    [Fact]
    public async Task Approving_blocking_and_limiting_hold_and_stand_in_the_audit()
    {
        var pier = await With(new CommunitiesOptions { Approval = true }).EnterAsync(Pier, "Pier", Ct);

        Assert.True(await Communities.ServeAsync(Operator, pier.Id, serve: true, Ct));
        Assert.Equal(CommunityStanding.Served, (await Communities.FindAsync(pier.Id, Ct))!.Standing);
        Assert.True(await Communities.ServeAsync(Operator, pier.Id, serve: false, Ct));
        Assert.True(await Communities.LimitAsync(Operator, pier.Id, 7, Ct));

        var blocked = await Communities.EnterAsync(Pier, "Pier", Ct);
        Assert.Equal((CommunityStanding.Blocked, 7), (blocked.Standing, blocked.MostSources));
        var changes = (await new StoredAudit(Database).HistoryAsync(CommunityId.DefaultSet, null, 0, 9, Ct)).Items.Select(entry => (entry.Other!.Kind, entry.Other.Object, entry.Other.Became));
        Assert.Equal(
            [(ChangeKind.CommunityLimited, "Pier", "7"), (ChangeKind.CommunityBlocked, "Pier", null), (ChangeKind.CommunityApproved, "Pier", null)], changes);
    }

    [Fact]
    public async Task Settings_hold_for_one_community_and_each_change_of_one_stands_in_its_audit()
    {
        var (pier, mill) = (await Communities.EnterAsync(Pier, "Pier", Ct), await Communities.EnterAsync(Mill, "Mill", Ct));
        var admin = new Editor(pier.Id, "telegram 7");
        var chosen = new CommunitySettings("Europe/Riga", "en", new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30)), "555");

        await Communities.SettleAsync(admin, chosen, Ct);
        await Communities.SettleAsync(admin, chosen with { Quiet = null, Zone = "UTC" }, Ct);
        await Communities.SettleAsync(new Editor(CommunityId.DefaultSet, "terminal"), chosen, Ct);

        Assert.Equal(chosen with { Quiet = null, Zone = "UTC" }, (await Communities.EnterAsync(Pier, "Pier", Ct)).Settings);
        Assert.Equal((CommunitySettings.None, chosen), ((await Communities.FindAsync(mill.Id, Ct))!.Settings, (await Communities.FindAsync(CommunityId.DefaultSet, Ct))!.Settings));
        var changes = (await new StoredAudit(Database).HistoryAsync(pier.Id, null, 0, 9, Ct)).Items.Select(entry => (entry.Other!.Kind, entry.Other.Object, entry.Other.Became));
        Assert.Equal(
            [("quiet", null), ("zone", "UTC"), ("managers", "555"), ("quiet", "22:00-07:30"), ("language", "en"), ("zone", "Europe/Riga")],
            changes.Select(change => (change.Object, change.Became)));
        Assert.All(changes, change => Assert.Equal(ChangeKind.SettingChanged, change.Kind));
    }

    [Fact]
    public async Task What_is_no_community_and_the_default_set_cannot_be_changed()
    {
        Assert.False(await Communities.ServeAsync(Operator, new CommunityId(99), serve: false, Ct));
        Assert.False(await Communities.LimitAsync(Operator, new CommunityId(99), 7, Ct));
        Assert.False(await Communities.ServeAsync(Operator, CommunityId.DefaultSet, serve: false, Ct));
        Assert.False(await Communities.LimitAsync(Operator, CommunityId.DefaultSet, 7, Ct));

        Assert.Null(await Communities.FindAsync(new CommunityId(99), Ct));
        var everyone = (await Communities.FindAsync(CommunityId.DefaultSet, Ct))!;
        Assert.Equal((CommunityStanding.Served, int.MaxValue), (everyone.Standing, everyone.MostSources));
        Assert.Equal(0, (await new StoredAudit(Database).HistoryAsync(CommunityId.DefaultSet, null, 0, 9, Ct)).Total);
    }

    [Fact]
    public async Task Those_that_wait_are_listed_first_then_the_newest_with_how_many_sources_they_follow()
    {
        var pier = await With(new CommunitiesOptions { Approval = true }).EnterAsync(Pier, "Pier", Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        var mill = await Communities.EnterAsync(Mill, "Mill", Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        var quay = await Communities.EnterAsync(Mill with { Community = "-200" }, "Quay", Ct);
        await Sources.AddAsync(new Editor(mill.Id, "discord 3"), new NewSource(new Uri("https://mill-letter.example/feed"), SourceKind.Feed, "Mill Letter"), Ct);

        var all = await Communities.ListAsync(0, 10, Ct);
        var second = await Communities.ListAsync(1, 1, Ct);

        Assert.Equal([(pier.Id, 0), (quay.Id, 0), (mill.Id, 1)], all.Items.Select(one => (one.Id, one.Sources)));
        Assert.Equal((3, quay), (second.Total, Assert.Single(second.Items)));
    }

    [Fact]
    public async Task All_chats_of_a_platform_where_the_bot_still_is_are_told_at_once()
    {
        await Communities.EnterAsync(Pier, "Pier", Ct);
        await Communities.EnterAsync(Mill, "Mill", Ct);
        await Communities.EnterAsync(Mill with { Community = "-200" }, "Quay", Ct);
        await new StoredCommunityLife(Database, Clock).LeftAsync("discord", "-200", DeliveryReason.Forbidden, Ct);

        Assert.Equal(["-100"], await Communities.ChatsAsync("discord", Ct));
    }

    [Fact]
    public async Task Those_of_a_name_are_found_whatever_the_case_of_its_letters_on_their_platform_while_the_bot_is_there()
    {
        var first = await Communities.EnterAsync(Pier, "Пирс Ölhafen", Ct);
        var second = await Communities.EnterAsync(Pier with { Community = "-200" }, "ПИРС ÖLHAFEN", Ct);
        await Communities.EnterAsync(Pier with { Community = "-300" }, "Пирс Ölhaven", Ct);
        await Communities.EnterAsync(Mill, "Пирс Ölhafen", Ct);
        await Communities.EnterAsync(Pier with { Community = "-400" }, "Пирс Ölhafen", Ct);
        await new StoredCommunityLife(Database, Clock).LeftAsync(Pier.Platform, "-400", DeliveryReason.Forbidden, Ct);

        Assert.Equal([first, second], await Communities.NamedAsync(Pier.Platform, "пирс ölhafen", Ct));
    }

    [Fact]
    public async Task Two_updates_of_a_new_chat_at_the_same_time_make_one_community()
    {
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Communities.EnterAsync(Pier, "Pier", Ct), Ct)));

        Assert.Single(entered.Distinct());
    }

    private StoredCommunities With(CommunitiesOptions options) => new(Database, Options.Create(options), Clock);
}
