using System.Text;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Web;

/// <summary>Turns replies into HTML. Text is escaped by <see cref="Markup"/>; links other than http(s) become plain words.</summary>
/// <param name="form">Id of the form that the buttons inside belong to.</param>
public sealed class WebRenderer(string form)
{
    /// <summary>A label up to this long is a number in front of an entry, a longer one a date.</summary>
    private const int LongestNumber = 3;

    /// <summary>The content of the bubble.</summary>
    public Markup Render(Reply reply)
    {
        var blocks = new List<Markup>();
        for (var at = 0; at < reply.Blocks.Count;)
        {
            var length = LengthOfList(reply.Blocks, at);
            blocks.Add(length > 0 ? List([.. reply.Blocks.Skip(at).Take(length)]) : Block(reply.Blocks[at]));
            at += Math.Max(1, length);
        }

        return $"{Markup.Of(blocks)}{Download(reply.File)}{Buttons(reply)}";
    }

    /// <summary>How many blocks from there on are one list: entries, and single notes between two of them.</summary>
    private static int LengthOfList(IReadOnlyList<Block> blocks, int start)
    {
        var end = start;
        while (end < blocks.Count && (blocks[end] is Entry || (end > start && blocks[end] is Note && end + 1 < blocks.Count && blocks[end + 1] is Entry)))
        {
            end++;
        }

        return end - start;
    }

    private Markup Block(Block block) => block switch
    {
        Heading heading => $"<h2>{Line(heading.Text)}{Optional(heading.Aside, aside => $" <span class=\"aside\">{aside}</span>")}</h2>",
        Section section => $"<h3>{Line(section.Text)}</h3>",
        Paragraph paragraph => $"<p dir=\"auto\">{Line(paragraph.Text)}</p>",
        Quotation quotation => Quote(quotation),
        Note note => $"<p class=\"note\" dir=\"auto\">{Line(note.Text)}</p>",
        _ => throw new InvalidOperationException($"No markup for {block.GetType().Name}."),
    };

    private Markup Quote(Quotation quotation) =>
        $"""
        <figure><blockquote dir="auto">{Line(quotation.Words)}</blockquote>
        <figcaption>{Optional(quotation.Context, context => $"<span class=\"context\">{context}</span>")}{Line(quotation.Source)}</figcaption></figure>
        """;

    private Markup List(List<Block> blocks)
    {
        var labels = blocks.OfType<Entry>().Select(entry => entry.Label ?? "").ToList();
        var kind = labels.TrueForAll(label => label.ToString().Length == 0) ? "plain"
            : labels.TrueForAll(label => label is [Code or CommandLink]) ? "named"
            : labels.TrueForAll(label => label.ToString().Length <= LongestNumber) ? "numbered"
            : "dated";
        return $"<ul class=\"{kind}\">{Markup.Of(blocks.Select(Item))}</ul>";
    }

    private Markup Item(Block block) => block is not Entry entry
        ? (Markup)$"<li class=\"gap\">{Block(block)}</li>"
        : $"""
        <li>{Optional(entry.Label, label => $"<span class=\"label\">{label}</span> ")}<div dir="auto">{Line(entry.Text)}{Optional(entry.Detail, detail => $"<div class=\"detail\">{detail}</div>")}</div></li>
        """;

    // The whole file is in the link: nothing has to be kept for the moment at which it is pressed.
    private static Markup Download(AttachedFile? file) => file is null ? default
        : (Markup)$"<p><a class=\"file\" download=\"{file.Name}\" href=\"data:{file.MediaType};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Text))}\">{PageWords.Download(file.Name)}</a></p>";

    private Markup Buttons(Reply reply)
    {
        if (reply.Buttons.Count == 0)
        {
            return default;
        }

        var rows = reply.Buttons.Select<IReadOnlyList<Button>, Markup>(row => $"<div class=\"row\">{Markup.Of(row.Select(button => Press(button, reply.Page)))}</div>");
        return $"<div class=\"buttons\">{Markup.Of(rows)}</div>";
    }

    // The number of the page stands between the arrows, or where the missing one would be.
    private Markup Press(Button button, PageNumber? page) => (button.Label, page) switch
    {
        (PageNumber.On, { } shown) => $"{Number(shown)}{Press(button)}",
        (PageNumber.Back, { } shown) when shown.Number == shown.Count => $"{Press(button)}{Number(shown)}",
        _ => Press(button),
    };

    private static Markup Number(PageNumber page) => $"<span class=\"number\">{page.Number} / {page.Count}</span>";

    private Markup Press(Button button) =>
        $"<button class=\"press\" form=\"{form}\" name=\"line\" value=\"{button.Command}\"{Spoken(button.Label)}>{button.Label}</button>";

    // Arrows say nothing to someone who hears the page.
    private static Markup Spoken(string label) => label switch
    {
        PageNumber.Back => $" aria-label=\"{PageWords.PreviousPage}\"",
        PageNumber.On => $" aria-label=\"{PageWords.NextPage}\"",
        _ => default,
    };

    private Markup Optional(RichText? text, Func<Markup, Markup> around) => text is null or { Count: 0 } ? default : around(Line(text));

    private Markup Line(RichText text) => Markup.Of(text.Select(Node));

    private Markup Node(Inline node) => node switch
    {
        Strong => $"<strong>{node.Text}</strong>",
        Emphasis => $"<em>{node.Text}</em>",
        Highlight => $"<mark>{node.Text}</mark>",
        Subtle => $"<span class=\"subtle\">{node.Text}</span>",
        Code => $"<code>{node.Text}</code>",
        Link link when IsWeb(link.Address) => $"<a href=\"{link.Address.AbsoluteUri}\" target=\"_blank\" rel=\"noopener noreferrer\">{node.Text}</a>",
        CommandLink link => $"<button class=\"link\" form=\"{form}\" name=\"line\" value=\"{link.Command}\">{node.Text}</button>",
        _ => $"{node.Text}",
    };

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
