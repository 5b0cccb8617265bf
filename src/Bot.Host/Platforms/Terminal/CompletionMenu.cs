using System.Globalization;
using Bot.Digest.Commands;

namespace Bot.Host.Platforms.Terminal;

/// <summary>
/// What Tab does: one way to go on is taken at once, of several the common beginning, then they are listed, and further Tabs go
/// through them in turn.
/// </summary>
public sealed class CompletionMenu(Func<string, CancellationToken, Task<IReadOnlyList<Completion>>> complete)
{
    private const int MostRows = 10;

    private IReadOnlyList<Completion> _open = [];
    private int _chosen = -1;
    private bool _unlisted;

    /// <summary>Any other key ends the turn.</summary>
    public void Close() => (_open, _chosen, _unlisted) = ([], -1, false);

    /// <summary>What the text before the caret becomes; null when it stays.</summary>
    public async Task<string?> NextAsync(string typed, bool backwards, CancellationToken ct)
    {
        if (_open.Count > 1)
        {
            var step = backwards ? _open.Count - 1 : 1;
            _chosen = _chosen < 0 ? (backwards ? _open.Count - 1 : 0) : (_chosen + step) % _open.Count;
            return _open[_chosen].Line;
        }

        var found = await complete(typed, ct);
        if (found.Count <= 1)
        {
            return found.Count == 0 ? null : found[0].Line;
        }

        var common = CommonStart(found);
        if (common.Length > typed.Length && common.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return common;
        }

        (_open, _chosen, _unlisted) = (found, -1, true);
        return null;
    }

    /// <summary>The list, the first time after it was opened.</summary>
    public IReadOnlyList<string> TakeRows(int width)
    {
        if (!_unlisted)
        {
            return [];
        }

        _unlisted = false;
        var label = Math.Min(_open.Take(MostRows).Max(one => DisplayWidth.Of(SafeText.Of(one.Label))), width / 2);
        var rows = _open.Take(MostRows).Select(one => Row(one, label, width - 1)).ToList();
        if (_open.Count > MostRows)
        {
            rows.Add("  + " + (_open.Count - MostRows).ToString(CultureInfo.InvariantCulture));
        }

        return rows;
    }

    private static string Row(Completion one, int label, int width)
    {
        var name = SafeText.Of(one.Label);
        var gap = new string(' ', Math.Max(0, label - DisplayWidth.Of(name)) + 2);
        return Cut($"  {name}{gap}{SafeText.Of(one.Detail ?? "")}".TrimEnd(), width);
    }

    private static string Cut(string text, int width)
    {
        var cells = new List<Cell>();
        LineWrapper.AddCells(cells, text, default);
        var taken = 0;
        return string.Concat(cells.TakeWhile(cell => (taken += cell.Width) <= width).Select(cell => cell.Text));
    }

    private static string CommonStart(IReadOnlyList<Completion> found)
    {
        var common = found[0].Line.AsSpan();
        foreach (var one in found)
        {
            common = common[..common.CommonPrefixLength(one.Line)];
        }

        return common.ToString();
    }
}
