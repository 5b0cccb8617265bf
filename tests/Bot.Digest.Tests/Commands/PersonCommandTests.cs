using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the operator's commands about people answer, as it is written down in the snapshots.</summary>
public sealed class PersonCommandTests
{
    private readonly MemoryArchive _archive = Newsroom.Archive();

    [Theory]
    [InlineData("person", "/person")]
    [InlineData("help-person", "/help person")]
    [InlineData("help-person-split", "/help person split")]
    [InlineData("person-merge", "/person merge pavel-sand into:petra-sand")]
    [InlineData("person-merge-itself", "/person merge petra-sand into:petra-sand")]
    [InlineData("person-merge-several", "/person merge pavel-sand into:sand")]
    [InlineData("person-split", "/person split petra-sand role:miller")]
    [InlineData("person-split-how", "/person split petra-sand")]
    [InlineData("person-split-none", "/person split petra-sand role:pilot")]
    [InlineData("person-split-all", "/person split pavel-sand articles:12")]
    [InlineData("person-split-numbers", "/person split petra-sand articles:twelve")]
    [InlineData("person-rename", "/person rename pavel-sand to:\"Pavel Sandberg\"")]
    [InlineData("person-note", "/person note petra-sand text:\"not the painter of that name\"")]
    [InlineData("person-note-off", "/person note petra-sand")]
    [InlineData("person-remove", "/person remove petra-sand")]
    [InlineData("person-remove-several", "/person remove sand confirm:yes")]
    [InlineData("person-remove-near", "/person remove marchnad confirm:yes")]
    [InlineData("person-remove-sure", "/person remove petra-sand confirm:yes")]
    [InlineData("person-undo-nothing", "/person undo")]
    [InlineData("audit-empty", "/audit")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var reply = await asking.AskAsync(line);

        Assert.Empty(asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }

    [Fact]
    public async Task Changes_are_listed_newest_first_and_taken_back_from_the_last_one()
    {
        var asking = new Asking(EveryCommand.Over(_archive));
        await asking.AskAsync("/person merge pavel-sand into:petra-sand");
        await asking.AskAsync("/person rename petra-sand to:\"Petra Sandberg\"");

        var early = await asking.AskAsync("/person undo 1");
        await asking.AskAsync("/person undo");
        var audit = await asking.AskAsync("/audit");

        Assert.Equal(ReplyKind.Problem, early.Kind);
        RepositoryFile.MustHold("tests/Bot.Digest.Tests/Commands/Snapshots/audit.txt", $"/audit\n\n{ReplyText.Of(early)}\n{ReplyText.Of(audit)}");
    }

    [Fact]
    public async Task The_audit_tells_each_kind_of_change_in_words_of_its_own()
    {
        var at = Asking.Noon.AddMinutes(-30);
        _archive.Changes.AddRange(Enum.GetValues<ChangeKind>().Select((kind, number) => new Change(number, kind, "Kanal Öst", "200", "telegram 5", at)));

        var asking = new Asking(EveryCommand.Over(_archive));
        var pages = await Task.WhenAll(Enumerable.Range(1, 9).Select(page => asking.AskAsync($"/audit page:{page}")));

        var lines = pages.DistinctBy(page => page.Page).SelectMany(page => page.Blocks).OfType<Entry>().Select(entry => entry.Text.ToString()).ToList();
        Assert.Equal(Enum.GetValues<ChangeKind>().Length, lines.Distinct().Count());
        Assert.All(lines, line => Assert.True(line.Contains("Kanal Öst", StringComparison.Ordinal) || line == "imported sources: 200", line));
        Assert.Contains("limited the community Kanal Öst to 200 sources", lines);
        Assert.Contains("began follow Kanal Öst, 200", lines);
    }

    [Fact]
    public async Task Only_the_operator_may_change_people()
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var refused = await asking.AskAsync("/person merge pavel-sand into:petra-sand", Access.ChannelAdmin);

        Assert.Equal(ReplyKind.Problem, refused.Kind);
        Assert.Empty(_archive.Edits);
    }

    [Fact]
    public async Task A_note_stands_on_the_card()
    {
        _archive.Cards[1] = _archive.Cards[1] with { Note = "Not the painter of that name." };

        var reply = await new Asking(EveryCommand.Over(_archive)).AskAsync("/who petra-sand");

        Assert.Contains("(Not the painter of that name.)", ReplyText.Of(reply), StringComparison.Ordinal);
    }
}
