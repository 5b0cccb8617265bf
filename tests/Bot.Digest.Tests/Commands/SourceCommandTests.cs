using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the commands about sources answer, as it is written down in the snapshots.</summary>
public sealed class SourceCommandTests
{
    private static readonly CommunityId Harbour = new(20);

    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly Asking _asking;

    public SourceCommandTests()
    {
        var now = Asking.Noon;
        var healthy = Newsroom.Source(1, "Norrmark Post");
        _archive.Sources.All.AddRange(
            (CommunityId.DefaultSet, healthy with { IsForEveryone = true }),
            (Harbour, Newsroom.Source(2, "Kanal Öst") with { Health = new SourceHealth(now.AddDays(-2), now.AddDays(1), 4, FetchFailure.TooSlow, null, null, 0) }),
            (Harbour, Newsroom.Source(3, "Kanal Süd") with { Health = healthy.Health with { Doubt = SourceDoubt.RenamedItems, DoubtSince = now.AddDays(-3), LeftOut = 31 } }),
            (Harbour, Newsroom.Source(4, "Lind Echo") with { Kind = SourceKind.Page, IsPaused = true }),
            (Harbour, Newsroom.Source(5, "Radio Lind") with { Kind = SourceKind.Sitemap, Health = new SourceHealth(null, null, 9, FetchFailure.Gone, null, null, 0) { IsGone = true } }),
            (Harbour, Newsroom.Source(6, "Bog Letter") with { Health = new SourceHealth(null, now.AddMinutes(-1), 0, null, null, null, 0) }),
            (Harbour, Newsroom.Source(7, "Old papers") with { Kind = SourceKind.Files, Address = null, Health = new SourceHealth(null, null, 0, null, null, null, 0) }));
        _archive.Communities.All.Add(new Community(Harbour, "telegram", "-100", "Harbour", CommunityStanding.Served, now, 6, 100));
        _asking = new Asking(EveryCommand.Over(_archive)) { Communities = _archive.Communities };
    }

    [Theory]
    [InlineData("source-list", "/source list")]
    [InlineData("source-remove", "/source remove echo")]
    [InlineData("source-remove-which", "/source remove kanal")]
    [InlineData("source-remove-confirmed", "/source remove 4 confirm:yes")]
    [InlineData("source-remove-unknown", "/source remove 99")]
    [InlineData("source-remove-everyones", "/source remove 1 confirm:yes")]
    [InlineData("source-pause", "/source pause \"kanal öst\"")]
    [InlineData("source-resume", "/source resume 4")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var reply = await _asking.AskAsync(line, Access.ChannelAdmin, community: Harbour);

        Assert.Empty(_asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }

    [Fact]
    public async Task A_source_is_removed_only_when_that_was_confirmed()
    {
        var asked = await _asking.AskAsync("/source remove 4", Access.ChannelAdmin, community: Harbour);
        Assert.Contains(_archive.Sources.All, one => one.Source.Id.Value == 4);

        await _asking.AskAsync(asked.Buttons[0][0].Command, Access.ChannelAdmin, community: Harbour);

        Assert.DoesNotContain(_archive.Sources.All, one => one.Source.Id.Value == 4);
    }

    [Fact]
    public async Task An_operator_changes_what_is_followed_for_everyone_wherever_the_command_is_typed()
    {
        await _asking.AskAsync("/source pause 1", Access.ChannelAdmin, community: Harbour);
        Assert.False(_archive.Sources.All[0].Source.IsPaused);

        await _asking.AskAsync("/source pause 1", Access.Operator, community: Harbour);

        Assert.True(_archive.Sources.All[0].Source.IsPaused);
    }
}
