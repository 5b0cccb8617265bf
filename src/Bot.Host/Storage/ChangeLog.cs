using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The list of what was changed beside people; written in the transaction of the change.</summary>
internal static class ChangeLog
{
    /// <summary>What stands behind a digest's number: its channel, where that is one of several of its community.</summary>
    public static string Place(ChatAddress channel) => channel.Channel == channel.Community ? "" : $" · {channel.Channel}";

    /// <summary>Adds a line.</summary>
    /// <param name="changed">What was changed, by its name; no secrets.</param>
    /// <param name="became">The new value where there is one.</param>
    /// <param name="about">The community that the operator decided about; null for a change within one.</param>
    /// <returns>The line's number.</returns>
    public static Task<long> AddAsync(
        DbConnection connection, Editor editor, ChangeKind kind, string changed, string? became, DateTimeOffset now, CancellationToken ct, CommunityId? about = null) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into changes (community_id, kind, object, became, made_by, made_at, about_community_id)
            values (@Community, @Kind, @Changed, @Became, @By, @Now, @About)
            returning id
            """,
            new { Community = editor.Community.Value, Kind = (long)kind, Changed = changed, Became = became, By = editor.Name, Now = Stored.Moment(now), About = about?.Value },
            cancellationToken: ct));

    /// <summary>Says of a change that goes on what it has become by now.</summary>
    public static Task<int> GoOnAsync(DbConnection connection, long line, string became, CancellationToken ct) => connection.ExecuteAsync(
        new CommandDefinition("update changes set became = @Became where id = @Line", new { Line = line, Became = became }, cancellationToken: ct));
}
