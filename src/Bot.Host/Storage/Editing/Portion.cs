namespace Bot.Host.Storage.Editing;

/// <summary>A piece of a change that very many articles have to follow: others may write between two of them.</summary>
internal static class Portion
{
    /// <summary>Articles that are looked up together.</summary>
    public const int AtOnce = 50;

    /// <summary>Lets articles follow one after another for as long as there is time, the first in any case.</summary>
    /// <param name="hasTime">Asked after each article.</param>
    /// <returns>How many followed.</returns>
    public static async Task<int> OfAsync(IEnumerable<long> articles, Func<bool> hasTime, Func<long, Task> follow)
    {
        var followed = 0;
        foreach (var article in articles)
        {
            await follow(article);
            followed++;
            if (!hasTime())
            {
                break;
            }
        }

        return followed;
    }
}
