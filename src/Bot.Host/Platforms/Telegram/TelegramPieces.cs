using System.Globalization;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Something that stands in a message: a line, or parts with a gap between them that belong together where that can be.</summary>
internal abstract record Piece
{
    /// <summary>How much of a message it takes.</summary>
    public abstract Room Room { get; }

    public abstract string Html { get; }
}

/// <summary>A line, perhaps a long one, that runs on over the width of the screen.</summary>
/// <param name="Around">A block quotation; null without.</param>
internal sealed record Line(IReadOnlyList<Span> Spans, Tag? Around = null) : Piece
{
    public override Room Room => Spans.Aggregate(
        new Room(0, Around is null ? 0 : 1, 0),
        (room, span) => room + new Room(span.Text.Length, span.Tags.Count, span.Tags.Sum(tag => tag.Open.Length)));

    public override string Html => Around?.Open + string.Concat(Spans.Select(span => span.Html)) + Around?.Close;

    /// <summary>As much of it as a message takes, cut between words where there are any, and the rest.</summary>
    public (Line First, Line? Remainder) Cut(Room most)
    {
        var first = new List<Span>();
        var left = most - new Room(0, 1, 0);
        foreach (var (place, span) in Spans.Index())
        {
            var room = new Room(span.Text.Length, span.Tags.Count, span.Tags.Sum(tag => tag.Open.Length));
            if (left.Holds(room))
            {
                first.Add(span);
                left -= room;
                continue;
            }

            var cut = left.Holds(room with { Length = 0 }) ? Boundary(span.Text, left.Length) : 0;
            cut = cut == 0 && first.Count == 0 ? Math.Max(1, FirstElement(span.Text)) : cut;
            IReadOnlyList<Span> rest = [.. cut < span.Text.Length ? [span with { Text = span.Text[cut..] }] : Array.Empty<Span>(), .. Spans.Skip(place + 1)];
            return (this with { Spans = [.. first, .. cut > 0 ? [span with { Text = span.Text[..cut] }] : Array.Empty<Span>()] }, rest.Count > 0 ? this with { Spans = rest } : null);
        }

        return (this, null);
    }

    /// <summary>The last end of a word up to there, or of a letter with all that stands on it.</summary>
    private static int Boundary(string text, int most)
    {
        if (text.Length <= most)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', Math.Max(0, most - 1));
        if (space > most / 2)
        {
            return space + 1;
        }

        var at = 0;
        for (var next = FirstElement(text); at + next <= most; next = StringInfo.GetNextTextElementLength(text.AsSpan(at)))
        {
            at += next;
        }

        return at;
    }

    private static int FirstElement(string text) => Math.Min(StringInfo.GetNextTextElementLength(text), 64);
}

/// <summary>Pieces that stay in one message where they fit into one.</summary>
/// <param name="Gap">Line breaks between two of them.</param>
internal sealed record Group(IReadOnlyList<Piece> Parts, string Gap) : Piece
{
    public override Room Room => Parts.Aggregate(
        new Room(Gap.Length * Math.Max(0, Parts.Count - 1), 0, 0), (room, part) => room + part.Room);

    public override string Html => string.Join(Gap, Parts.Select(part => part.Html));
}

/// <summary>What a message takes, or a piece of one needs.</summary>
/// <param name="Length">UTF-16 code units that are seen: markup does not count.</param>
/// <param name="Entities">Tags.</param>
/// <param name="Addresses">Code units inside of tags.</param>
internal readonly record struct Room(int Length, int Entities, int Addresses)
{
    /// <summary>
    /// One message: 4096 characters after the markup is read (core.telegram.org/bots/api#sendmessage), 100 entities, of which no more are
    /// shown, and so much in their addresses (both from general knowledge of the servers, kept well clear of).
    /// </summary>
    public static readonly Room OfMessage = new(4096, 100, 8000);

    public bool Holds(Room other) => other.Length <= Length && other.Entities <= Entities && other.Addresses <= Addresses;

    public static Room operator +(Room one, Room other) =>
        new(one.Length + other.Length, one.Entities + other.Entities, one.Addresses + other.Addresses);

    public static Room operator -(Room one, Room other) =>
        new(one.Length - other.Length, one.Entities - other.Entities, one.Addresses - other.Addresses);
}
