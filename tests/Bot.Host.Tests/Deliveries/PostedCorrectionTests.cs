using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What was wrong in a digest is put right in the message that was posted, and told once in the next digest.</summary>
public sealed class PostedCorrectionTests : PostedCorrections
{
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    private StoredPersonEditing Editing => new(Database, Clock);

    [Fact]
    public async Task A_hidden_quote_is_taken_out_of_the_post_and_the_next_digest_tells_it_once()
    {
        await PostAsync();
        Assert.Contains("before the summer holidays", Body(0), StringComparison.Ordinal);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await RunAsync();

        var (message, body) = Assert.Single(Scripted.Edits);
        Assert.Equal("message 1", message);
        Assert.DoesNotContain("before the summer holidays", body, StringComparison.Ordinal);
        Assert.Contains("Ferry strike begins", body, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    [Fact]
    public async Task Who_did_not_say_it_is_named_no_more()
    {
        await PostAsync();

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Unresolved, Ct);
        await RunAsync();

        var edited = Assert.Single(Scripted.Edits).Body;
        Assert.Contains("before the summer holidays", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Feld", Quotation(edited), StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, who said the quote is not known.");
    }

    [Fact]
    public async Task The_right_name_takes_the_place_of_the_wrong_one_with_its_source()
    {
        await PostAsync();
        var before = Quotation(Body(0));

        await Editing.RenameAsync(Operator, await PersonAsync("Omar Feld", Harbour), "Omar Feldmann", Ct);
        await RunAsync();

        var after = Quotation(Assert.Single(Scripted.Edits).Body);
        Assert.Equal(before.Replace("Omar Feld", "Omar Feldmann", StringComparison.Ordinal).Replace("omar-feld", "omar-feldmann", StringComparison.Ordinal), after);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, speaker was Omar Feldmann, not Omar Feld.");
    }

    [Fact]
    public async Task Somebody_who_was_removed_for_good_stands_neither_in_the_post_nor_in_the_ledger_nor_in_what_is_told()
    {
        await PostAsync();

        await Editing.RemoveAsync(Operator, await PersonAsync("Omar Feld", Harbour), Ct);
        await RunAsync();

        Assert.DoesNotContain("omar-feld", Assert.Single(Scripted.Edits).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Feld", Quotation(Assert.Single(await Ledger.SentAsync(Channel(1), 5, Ct)).Body), StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, who said the quote is not known.");
    }

    [Fact]
    public async Task What_its_publisher_took_back_is_said_to_be_withdrawn()
    {
        await PostAsync();

        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set withdrawn_at = 1 where id = 1"), Ct);
        await ChangeAsync();
        await RunAsync();

        Assert.Contains("withdrawn by the publisher", Assert.Single(Scripted.Edits).Body, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, withdrawn by Norrmark Post.");
    }

    [Fact]
    public async Task What_the_outlet_changed_is_told_no_more_and_what_it_left_stays()
    {
        await PostAsync();

        await StoreAsync(Harbour, "Norrmark Post", Strike("The strike was called off."));
        await RunAsync();

        var edited = Assert.Single(Scripted.Edits).Body;
        Assert.DoesNotContain("at six in the morning", edited, StringComparison.Ordinal);
        Assert.Contains("before the summer holidays", edited, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, Norrmark Post says it otherwise by now.");
    }

    [Fact]
    public async Task Another_communitys_mark_and_a_change_that_changes_nothing_edit_nothing()
    {
        await EnterAsync();
        await PostAsync();

        await Marks.MarkAsync(new Editor(Valley, "telegram 6"), await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await ChangeAsync();
        await RunAsync();

        Assert.Empty(Scripted.Edits);
        Assert.Empty((await Posted.ChangedAsync(DateTimeOffset.MinValue, after: null, Ct)).Through);
    }

    /// <summary>The lines of a message that are a quote.</summary>
    private static string Quotation(string body) => ReplyJson.Write(Reply.Ok([.. ReplyJsonReader.Read(body).Blocks.OfType<Quotation>()]));
}
