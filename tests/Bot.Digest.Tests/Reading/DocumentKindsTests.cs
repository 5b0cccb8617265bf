using System.Text;
using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class DocumentKindsTests
{
    [Theory]
    [InlineData("a.txt", "Title\nText", DocumentKind.PlainText)]
    [InlineData("a.html", "Some <b>text</b>", DocumentKind.Page)]
    [InlineData("-", "<!DOCTYPE html><html></html>", DocumentKind.Page)]
    [InlineData("-", "<!-- saved --> <!-- twice -->\n<body>", DocumentKind.Page)]
    [InlineData("-", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", DocumentKind.Page)]
    [InlineData("-", "<?xml version=\"1.0\"?><rss>", DocumentKind.Feed)]
    [InlineData("page.html", "<feed xmlns='http://www.w3.org/2005/Atom'>", DocumentKind.Feed)]
    [InlineData("-", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}", DocumentKind.Feed)]
    [InlineData("-", "{\"title\":\"a\",\"text\":\"b\"}\n{", DocumentKind.JsonLines)]
    [InlineData("a.json", "{\n  \"title\": \"a\"\n}", DocumentKind.OtherJson)]
    [InlineData("a.json", "[{\"title\":\"a\"}]", DocumentKind.OtherJson)]
    [InlineData("a.jsonl", "null\n{\"title\":\"a\",\"text\":\"b\"}", DocumentKind.JsonLines)]
    [InlineData("a.ndjson.gz", "# export\n{\"title\":\"a\",\"text\":\"b\"}", DocumentKind.JsonLines)]
    [InlineData("a.jsonl", "<p>\n{\"title\":\"a\",\"text\":\"b\"}", DocumentKind.JsonLines)]
    [InlineData("a.jsonl", "[1]\n{\"title\":\"a\",\"text\":\"b\"}", DocumentKind.JsonLines)]
    [InlineData("a.jsonl", "[\n  {\"title\":\"a\"}\n]", DocumentKind.OtherJson)]
    [InlineData("a.txt", "[Update] Mill closes\nIt closed.", DocumentKind.PlainText)]
    [InlineData("a.txt", "<3 is a heart\nIt is.", DocumentKind.PlainText)]
    [InlineData("a.txt", "Stray\0 nul\nIn a text that is long enough to be one.", DocumentKind.PlainText)]
    [InlineData("a.txt", "%PDF-1.7", DocumentKind.Binary)]
    [InlineData("a.txt", "\0\u0001\u0002\u0003text", DocumentKind.Binary)]
    [InlineData("a.txt", " \r\n\t", DocumentKind.Empty)]
    public void The_content_tells_the_kind_and_the_name_helps_in_doubt(string name, string content, DocumentKind kind)
    {
        Assert.Equal(kind, DocumentKinds.Of(Encoding.UTF8.GetBytes(content), name));
    }

    [Fact]
    public void Pictures_and_archives_are_known_by_their_first_bytes()
    {
        Assert.All(
            (byte[][])[[0x89, 0x50, 0x4E, 0x47, 0x0D], [0xFF, 0xD8, 0xFF, 0xE0], [0x50, 0x4B, 3, 4, 20], [0x7F, 0x45, 0x4C, 0x46]],
            bytes => Assert.Equal(DocumentKind.Binary, DocumentKinds.Of(bytes, "a.txt")));
    }
}
