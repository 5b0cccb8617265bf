using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Host.Tests.Platforms.Terminal;
using CsCheck;

namespace Bot.Host.Tests.CommandLine;

public sealed class ReplyJsonTests
{
    [Fact]
    public void Every_part_of_a_reply_is_there()
    {
        var reply = new Reply
        {
            Kind = ReplyKind.Question,
            Page = new PageNumber(2, 3),
            Blocks =
            [
                new Heading("Ilse Varga"),
                new Quotation("“We keep it.”", [new Subtle("13 May "), new Link("Coast Wire", new Uri("https://coastwire.example/1"))]),
                new Entry("1", [new CommandLink("Omar Feld", "/who omar-feld")]),
            ],
            Buttons = [[new("›", "/who ilse-varga page:3")]],
        };

        Assert.Equal(
            """
            {"kind":"question","page":{"number":2,"count":3},"blocks":[
            {"type":"heading","text":[{"type":"plain","text":"Ilse Varga"}]},
            {"type":"quotation","words":[{"type":"plain","text":"“We keep it.”"}],"source":[{"type":"subtle","text":"13 May "},{"type":"link","text":"Coast Wire","address":"https://coastwire.example/1"}]},
            {"type":"entry","label":[{"type":"plain","text":"1"}],"text":[{"type":"commandLink","text":"Omar Feld","command":"/who omar-feld"}]}],
            "buttons":[[{"label":"›","command":"/who ilse-varga page:3"}]]}
            """.ReplaceLineEndings(""),
            ReplyJson.Write(reply));
    }

    [Fact]
    public void Any_reply_is_one_line_of_valid_json_without_raw_control_characters() =>
        Replies.Any.Sample(
            reply =>
            {
                var json = ReplyJson.Write(reply);

                // Half a surrogate pair is no character: it is written as the sign for that, and read as it.
                Assert.Equal(json.Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal), ReplyJson.Write(ReplyJsonReader.Read(json)));
                using var parsed = JsonDocument.Parse(json);
                Assert.Equal(reply.Blocks.Count, parsed.RootElement.GetProperty("blocks").GetArrayLength());
                Assert.DoesNotContain(json, char.IsControl);
            },
            iter: 2000);
}
