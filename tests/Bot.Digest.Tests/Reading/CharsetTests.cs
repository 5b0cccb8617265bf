using System.Text;
using Bot.Digest.Reading;
using CsCheck;

namespace Bot.Digest.Tests.Reading;

public sealed class CharsetTests
{
    private const string Words = "Größe über “alles”";

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    [InlineData("macintosh")]
    public void A_declared_charset_is_believed(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name == "iso-8859-1" ? "windows-1252" : name)!;
        var page = encoding.GetBytes($"<html><head><meta charset=\"{name}\"></head><body>{Words}</body></html>");

        Assert.Contains(Words, Charset.Decode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_older_form_and_the_header_are_believed_too()
    {
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes("<meta http-equiv=Content-Type content='text/html; charset=euc-kr'>안녕하세요");
        var russian = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("Здравствуйте");

        Assert.EndsWith("안녕하세요", Charset.Decode(korean), StringComparison.Ordinal);
        Assert.Equal("Здравствуйте", Charset.Decode(russian, "KOI8-R"));
    }

    [Fact]
    public void Valid_UTF8_wins_over_a_mistaken_declaration_and_a_mark_over_everything()
    {
        Assert.Contains(Words, Charset.Decode(Encoding.UTF8.GetBytes($"<meta charset=iso-8859-1>{Words}")), StringComparison.Ordinal);
        Assert.Equal(Words, Charset.Decode((byte[])[.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)], "utf-8"));
    }

    [Fact]
    public void Undeclared_bytes_are_guessed_and_else_taken_as_windows_1252()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Привет, мир");

        Assert.Equal("Привет, мир", Charset.Decode(bytes, guess: _ => "windows-1251"));
        Assert.Equal("Ïðèâåò, ìèð", Charset.Decode(bytes, guess: _ => "no-such-charset"));
    }

    [Fact]
    public void UTF7_is_never_believed()
    {
        Assert.DoesNotContain("<script>", Charset.Decode("<meta charset=utf-7>+ADw-script+AD4-"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_with_any_label_give_some_text()
    {
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String).Sample((bytes, label) => Assert.NotNull(Charset.Decode(bytes, label)));
    }
}
