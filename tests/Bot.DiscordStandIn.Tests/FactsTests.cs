using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What is known of Discord's API, and where that is knowingly not followed.</summary>
public sealed class FactsTests
{
    public static IEnumerable<TheoryDataRow<int>> Deviations => Enumerable.Range(0, Deviation.Reviewed.Count).Select(number => new TheoryDataRow<int>(number));

    [Theory]
    [MemberData(nameof(Deviations))]
    public void Each_deviation_has_a_reason_a_source_and_an_example_that_it_alone_excuses(int number)
    {
        var deviation = Deviation.Reviewed[number];
        var operation = RestFacts.Known.Operations.Single(one => one.Name == deviation.ExampleOf);
        var schema = deviation.Direction == "request" ? operation.Request! : RestFacts.Known.Error;

        var bare = SchemaCheck.Faults(deviation.Example, schema).Concat(SchemaCheck.Unknown(deviation.Example, [schema])).ToList();
        var excused = deviation.Direction == "request"
            ? BodyCheck.Request(deviation.ExampleOf, deviation.Example, deviation.Client ?? "")
            : BodyCheck.Response(deviation.ExampleOf, deviation.Status, deviation.Example);

        Assert.True(deviation.Excuses(deviation.Direction, deviation.ExampleOf, deviation.Client ?? "", Assert.Single(bare)));
        Assert.Empty(excused);
        Assert.NotEqual("", deviation.Reason);
        Assert.NotEqual("", deviation.Source);
        Assert.All(deviation.Operations.Where(name => name != "*"), name => Assert.Contains(RestFacts.Known.Operations, one => one.Name == name));
    }

    [Fact]
    public void A_deviation_of_one_client_excuses_no_other()
    {
        var deviation = Deviation.Reviewed.First(one => one.Client is not null);

        Assert.NotEmpty(BodyCheck.Request(deviation.ExampleOf, deviation.Example, "DiscordBot (https://norrmarkpost.example, 1.0)"));
    }

    [Theory]
    [InlineData("PATCH", "/webhooks/1/token/messages/@original", "update_original_webhook_message")]
    [InlineData("PATCH", "/webhooks/1/token/messages/2", "update_webhook_message")]
    [InlineData("GET", "/applications/@me", "get_my_application")]
    [InlineData("GET", "/guilds/1/members/2", "get_guild_member")]
    public void A_path_means_one_operation(string method, string path, string operation) =>
        Assert.Equal(operation, RestFacts.Known.Find(method, path)!.Value.Operation.Name);

    [Theory]
    [InlineData("GET", "/channels")]
    [InlineData("PUT", "/channels/1/messages")]
    [InlineData("GET", "/channels/1/messages/2/3")]
    public void What_is_no_operation_is_not_found(string method, string path) => Assert.Null(RestFacts.Known.Find(method, path));
}
