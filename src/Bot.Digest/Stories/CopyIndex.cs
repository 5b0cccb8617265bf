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

    /// <summary>The oldest article with nearly the same words; null when there is none.</summary>
    public LiveArticle? Find(MinHash? fingerprint)
    {
        foreach (var key in fingerprint?.BandKeys() ?? [])
        {
            // Those before the newest are copies of each other mostly: one stands for all.
            if (_bands.TryGetValue(key, out var holders) && holders.Find(holder => holder.Copies!.IsCopyOf(fingerprint!)) is { } copy)
            {
                return copy;
            }
        }

        return null;
    }
}
