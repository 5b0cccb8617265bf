using Bot.TelegramStandIn.Specification;

namespace Bot.TelegramStandIn.Tests;

/// <summary>What is known of Telegram's Bot API, and how its limits are read out of sentences.</summary>
public sealed class SpecificationTests
{
    [Fact]
    public void Every_method_and_type_of_the_api_is_known()
    {
        var known = ApiSpecification.Current;

        Assert.Equal("Bot API 10.1, June 11, 2026", known.Version);
        Assert.Equal((180, 359), (known.Methods.Count, known.Types.Count));
        Assert.Equal(new Bounds(1, 4096), known.Methods["sendMessage"].Field("text")!.Limit.Characters);
        Assert.True(known.Methods["sendMessage"].Field("text")!.Limit.IsParsed);
    }

    [Fact]
    public void Every_type_that_is_named_is_there()
    {
        var known = ApiSpecification.Current;
        string[] plain = ["String", "Integer", "Float", "Boolean"];

        var named = known.Methods.Values.SelectMany(method => method.Returns.Concat(method.Fields.SelectMany(field => field.Types)))
            .Concat(known.Types.Values.SelectMany(type => type.Subtypes.Concat(type.Fields.SelectMany(field => field.Types))))
            .Select(type => type.Replace("[]", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(named.Except(plain, StringComparer.Ordinal).Except(known.Types.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_written_is_read_as_it_was() =>
        Assert.Equal(ApiSpecification.KeptText(), ApiText.Write(ApiText.Read(ApiSpecification.KeptText())));

    [Theory]
    [InlineData("String", "Label, 1-64 bytes", "bytes=1..64")]
    [InlineData("String", "Words, 0-200 characters, at least one", "characters=0..200")]
    [InlineData("String", "Words, 1-4096 characters after entities parsing", "characters=1..4096 parsed")]
    [InlineData("String", "Optional. Offset length can't exceed 64 bytes.", "bytes=0..64")]
    [InlineData("String", "Kind of thing, must be article", "is=article")]
    [InlineData("String", "Kind of thing, can be either “private” or “group”", "is=private|group")]
    [InlineData("String", "Name, 1-32 characters. Can contain only lowercase English letters, digits and underscores.", "characters=1..32 letters=a-z0-9_")]
    [InlineData("Array of String", "A JSON-serialized list of names. At most 100 names can be given.", "items=0..100")]
    [InlineData("Integer", "How many. Values between 1-100 are accepted. Defaults to 100.", "value=1..100")]
    [InlineData("Integer", "When, 1-1-1970 is 0", "")]
    public void A_limit_is_read_out_of_a_sentence(string type, string said, string limit)
    {
        var json = $$"""
            { "version": "Bot API 1.0", "release_date": "today", "types": {}, "methods": { "doIt": { "name": "doIt", "description": ["Does it."], "returns": ["Boolean"],
              "fields": [{ "name": "it", "types": ["{{type}}"], "required": false, "description": "{{said}}" }] } } }
            """;

        var line = ApiText.Write(Renewal.From(json)).Split('\n')[2];

        Assert.Equal($"  it {type.Replace("Array of String", "String[]", StringComparison.Ordinal)} {limit}".TrimEnd(), line);
    }
}
