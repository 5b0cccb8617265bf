namespace Bot.Digest.Stories;

/// <summary>The fingerprints of the live window by their bands.</summary>
internal sealed class CopyIndex
{
    private readonly Dictionary<ulong, List<LiveArticle>> _bands = [];

    public void Add(LiveArticle article)
    {
        foreach (var key in article.Copies?.BandKeys() ?? [])
        {
            if (!_bands.TryGetValue(key, out var holders))
            {
                _bands[key] = holders = new(1);
            }

            holders.Add(article);
        }
    }

    public void Remove(LiveArticle article)
    {
        foreach (var key in article.Copies?.BandKeys() ?? [])
        {
            var holders = _bands[key];
            holders.Remove(article);
            if (holders.Count == 0)
            {
                _bands.Remove(key);
            }
        }
    }

    /// <summary>The oldest article with nearly the same words, of those published near a moment; null when there is none.</summary>
    public LiveArticle? Find(MinHash? fingerprint, DateTimeOffset published, TimeSpan farthest)
    {
        foreach (var key in fingerprint?.BandKeys() ?? [])
        {
            // Those before the newest are copies of each other mostly: one stands for all.
            if (_bands.TryGetValue(key, out var holders) && holders.Find(IsCopy) is { } copy)
            {
                return copy;
            }
        }

        return null;

        bool IsCopy(LiveArticle holder) => (published - holder.Published).Duration() <= farthest && holder.Copies!.IsCopyOf(fingerprint!);
    }
}
