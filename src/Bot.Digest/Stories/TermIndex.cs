namespace Bot.Digest.Stories;

/// <summary>The terms of the live window.</summary>
internal sealed class TermIndex(StoryRules rules)
{
    private readonly Dictionary<uint, LiveTerm> _terms = [];

    /// <summary>A term that the window holds; null when it does not.</summary>
    public LiveTerm? Find(uint hash) => _terms.GetValueOrDefault(hash);

    /// <summary>A term, made when it is new.</summary>
    public LiveTerm Of(uint hash) => _terms.TryGetValue(hash, out var term) ? term : _terms[hash] = new LiveTerm(hash, rules);

    /// <summary>Counts an article that came.</summary>
    public void Enter(StoryTerms terms)
    {
        foreach (var hash in terms.Hashes)
        {
            Of(hash).Articles++;
        }
    }

    /// <summary>Counts off an article that went, after its story gave up its terms.</summary>
    public void Leave(StoryTerms terms)
    {
        foreach (var hash in terms.Hashes)
        {
            var term = Of(hash);
            term.Articles--;
            if (term is { Articles: 0, Stories.Count: 0 })
            {
                _terms.Remove(hash);
            }
        }
    }
}
