using System.Data.Common;

namespace Bot.Host.Storage;

/// <summary>A piece of a change that very many things have to follow: others may write between two of them.</summary>
internal static class Portion
{
    /// <summary>Things that are looked up together.</summary>
    public const int AtOnce = 50;

    // As long as in bulk ingest, less what a commit takes.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMilliseconds(30);

    /// <summary>Runs a portion in a transaction of its own.</summary>
    /// <param name="work">Gets what to ask whether there is time for more.</param>
    /// <returns>
    /// What it returns and how long others could not write. Other processes ask for their turn a few times a second: a pause as long as that is theirs.
    /// </returns>
    public static Task<(T Result, TimeSpan Held)> WriteAsync<T>(
        IDatabase database, TimeProvider clock, Func<DbConnection, Func<bool>, Task<T>> work, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var began = clock.GetTimestamp();
            var result = await work(connection, () => clock.GetElapsedTime(began) < LongestWork);
            return (result, clock.GetElapsedTime(began));
        },
        ct);

    /// <summary>Lets one after another follow for as long as there is time, the first in any case.</summary>
    /// <param name="hasTime">Asked after each of them.</param>
    /// <returns>How many followed.</returns>
    public static async Task<int> OfAsync<T>(IEnumerable<T> all, Func<bool> hasTime, Func<T, Task> follow)
    {
        var followed = 0;
        foreach (var one in all)
        {
            await follow(one);
            followed++;
            if (!hasTime())
            {
                break;
            }
        }

        return followed;
    }
}
