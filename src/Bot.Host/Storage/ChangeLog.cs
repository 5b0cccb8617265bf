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
    public static Task<int> AddAsync(
        DbConnection connection, Editor editor, ChangeKind kind, string changed, string? became, DateTimeOffset now, CancellationToken ct, CommunityId? about = null) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into changes (community_id, kind, object, became, made_by, made_at, about_community_id)
            values (@Community, @Kind, @Changed, @Became, @By, @Now, @About)
            """,
            new { Community = editor.Community.Value, Kind = (long)kind, Changed = changed, Became = became, By = editor.Name, Now = Stored.Moment(now), About = about?.Value },
            cancellationToken: ct));
}
