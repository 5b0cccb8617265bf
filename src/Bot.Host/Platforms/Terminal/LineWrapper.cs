using System.Globalization;

namespace Bot.Host.Platforms.Terminal;

/// <summary>What a reader takes for one character, with its look and its columns.</summary>
public readonly record struct Cell(string Text, TextStyle Style, int Width);

/// <summary>Breaks styled text into lines by columns.</summary>
public static class LineWrapper
{
    /// <summary>Cuts safe text into cells.</summary>
    public static void AddCells(List<Cell> cells, string text, TextStyle style)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            cells.Add(new Cell(rest[..length].ToString(), style, DisplayWidth.OfElement(rest[..length])));
            rest = rest[length..];
        }
    }

    /// <summary>
    /// Lines of at most <paramref name="width"/> columns, broken at spaces, after dashes and between wide characters; not at
    /// hyphens, which names and slugs hold. A word that is longer than the line stays whole: an address that is cut cannot be opened.
    /// </summary>
    /// <param name="cells">The text.</param>
    /// <param name="width">Columns of a line.</param>
    /// <param name="firstWidth">Columns of the first line.</param>
    public static List<List<Cell>> Wrap(IReadOnlyList<Cell> cells, int width, int firstWidth)
    {
        var lines = new List<List<Cell>>();
        var line = new List<Cell>();
        var taken = 0;
        for (var at = 0; at < cells.Count;)
        {
            if (cells[at].Text == "\n")
            {
                Finish();
                at++;
                continue;
            }

            var end = EndOfPiece(cells, at);
            var piece = cells.Skip(at).Take(end - at).ToList();
            var needed = piece.Sum(cell => cell.Width);
            if (line.Exists(cell => cell.Text != " ") && taken + needed > (lines.Count == 0 ? firstWidth : width) && piece[0].Text != " ")
            {
                Finish();
            }

            // A break swallows the spaces at it; the first line keeps its own.
            if (taken > 0 || lines.Count == 0 || piece[0].Text != " ")
            {
                line.AddRange(piece);
                taken += needed;
            }

            at = end;
        }

        if (line.Count > 0)
        {
            Finish();
        }

        return lines;

        void Finish()
        {
            while (line.Count > 0 && line[^1].Text == " ")
            {
                line.RemoveAt(line.Count - 1);
            }

            lines.Add(line);
            line = [];
            taken = 0;
        }
    }

    /// <summary>Where the piece that begins at <paramref name="start"/> ends: pieces are never broken inside.</summary>
    private static int EndOfPiece(IReadOnlyList<Cell> cells, int start)
    {
        if (cells[start].Text == " ")
        {
            return start + 1;
        }

        var at = start + 1;
        while (at < cells.Count && !IsBreak(cells[at - 1], cells[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBreak(Cell before, Cell after) =>
        after.Text is " " or "\n"
        || (before.Text is "–" or "—" && char.IsLetter(after.Text[0]))
        || (before.Style.Address is null && before.Width == 2 && after.Width == 2 && !ClosesPunctuation(after));

    /// <summary>No line begins with a closing mark.</summary>
    private static bool ClosesPunctuation(Cell cell) =>
        char.GetUnicodeCategory(cell.Text, 0) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation;
}
