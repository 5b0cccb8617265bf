using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bot.Host.Platforms.Web;

/// <summary>
/// HTML that cannot be forgotten to be escaped. Written as an interpolated string: what stands in the source is markup, what is filled in is
/// text and is escaped, for the content of elements and for attributes in double quotes. Only another <see cref="Markup"/> is taken as it is.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Markup
{
    /// <summary>Leaves every script readable; escapes &lt; &gt; &amp; " ' and what is no character.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder? _html;

    public Markup(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (formattedCount * 32));

    /// <summary>Several pieces, one after the other.</summary>
    public static Markup Of(IEnumerable<Markup> parts)
    {
        var whole = new Markup(0, 8);
        foreach (var part in parts)
        {
            whole.AppendFormatted(part);
        }

        return whole;
    }

    public void AppendLiteral(string literal) => _html!.Append(literal);

    public void AppendFormatted(string? text) => _html!.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _html!.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup part) => _html!.Append(part._html);

    public override string ToString() => _html?.ToString() ?? "";
}
