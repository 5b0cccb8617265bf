using System.Text;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Deals pieces out to messages: between groups where that can be, else between their parts, and inside a line only where one message cannot hold it.</summary>
internal sealed class MessageParts
{
    private readonly List<string> _messages = [];
    private readonly StringBuilder _html = new();
    private Room _left = Room.OfMessage;

    private MessageParts()
    {
    }

    /// <summary>The HTML of each message; at least one.</summary>
    public static IReadOnlyList<string> Of(Group reply)
    {
        var parts = new MessageParts();
        parts.Add(reply, "");
        parts.End();
        return parts._messages.Count > 0 ? parts._messages : ["…"];
    }

    private void Add(Piece piece, string gap)
    {
        var before = _html.Length == 0 ? "" : gap;
        if (_left.Holds(piece.Room + new Room(before.Length, 0, 0)))
        {
            _html.Append(before).Append(piece.Html);
            _left -= piece.Room + new Room(before.Length, 0, 0);
        }
        else if (_html.Length > 0 && (piece is Line || Room.OfMessage.Holds(piece.Room)))
        {
            End();
            Add(piece, gap);
        }
        else if (piece is Group group)
        {
            foreach (var (place, part) in group.Parts.Index())
            {
                Add(part, place == 0 ? gap : group.Gap);
            }
        }
        else
        {
            var (first, rest) = ((Line)piece).Cut(Room.OfMessage);
            Add(first, gap);
            End();
            if (rest is not null)
            {
                Add(rest, gap);
            }
        }
    }

    /// <summary>The message is full. One without a letter, which would be refused, is left out.</summary>
    private void End()
    {
        var html = _html.ToString();
        if (TelegramMarkup.PlainOf(html).EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)))
        {
            _messages.Add(html);
        }

        _html.Clear();
        _left = Room.OfMessage;
    }
}
