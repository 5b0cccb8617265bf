using System.Data.Common;
using System.Globalization;
using Bot.Digest.Ports;
using Bot.Host.Configuration;

namespace Bot.Host.Storage.Sources;

/// <summary>An import on its way through several transactions: one addition of the day, and one line in the audit that counts what came so far.</summary>
internal sealed class SourceImport(Editor editor, CommunitiesOptions options, TimeProvider clock)
{
    private long? _line;
    private int _added;

    /// <summary>Follows the next sources for as long as there is time, the first in any case.</summary>
    public async Task<IReadOnlyList<Followed>> GoOnAsync(
        DbConnection connection, IReadOnlyList<NewSource> next, Func<bool> hasTime, CancellationToken ct)
    {
        var following = await Following.OpenAsync(connection, editor, options, clock.GetUtcNow(), isCounted: _line is not null, ct);
        var portion = await following.AddAsync(next, hasTime, ct);
        if (portion.Count(followed => followed.Outcome == FollowOutcome.Added) is > 0 and var added)
        {
            _added += added;
            await NoteAsync(connection, following, ct);
        }

        return portion;
    }

    private async Task NoteAsync(DbConnection connection, Following following, CancellationToken ct)
    {
        var became = _added.ToString(CultureInfo.InvariantCulture);
        if (_line is { } line)
        {
            await ChangeLog.GoOnAsync(connection, line, became, ct);
            return;
        }

        await following.CountAsync(ct);
        _line = await ChangeLog.AddAsync(connection, editor, ChangeKind.SourcesImported, "", became, clock.GetUtcNow(), ct);
    }
}
