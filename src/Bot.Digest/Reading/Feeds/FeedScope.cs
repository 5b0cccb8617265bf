namespace Bot.Digest.Reading.Feeds;

/// <summary>Which namespace each prefix stands for at a place of the document.</summary>
internal sealed class FeedScope
{
    /// <summary>Real feeds declare up to thirty; each name is looked up among those in force.</summary>
    private const int MostDeclared = 128;

    private const string Declaration = "xmlns";

    private readonly List<(string Printed, string Prefix, int Depth)> _declared = [];

    /// <summary>Takes in what the opening tag at <paramref name="depth"/> declares.</summary>
    public void Enter(FeedTokens tokens, int depth)
    {
        foreach (var (name, value) in tokens.Attributes)
        {
            var key = tokens.Text.AsSpan(name.Start, name.Length);
            if (!key.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) || _declared.Count == MostDeclared)
            {
                continue;
            }

            var printed = key[Declaration.Length..];
            if (printed is [] or [':', ..])
            {
                var known = FeedNames.PrefixOf(tokens.ValueOf(value));

                // A feed's own namespace may be any; one that is declared for a part of it is not the feed's.
                _declared.Add((printed.TrimStart(':').ToString(), known ?? (printed.IsEmpty && depth == 0 ? "" : FeedNames.Unknown), depth));
            }
        }
    }

    /// <summary>Forgets what was declared at that depth and below.</summary>
    public void Leave(int depth)
    {
        while (_declared.Count > 0 && _declared[^1].Depth >= depth)
        {
            _declared.RemoveAt(_declared.Count - 1);
        }
    }

    /// <summary>A name as printed, in our vocabulary; null when it is not understood.</summary>
    public FeedName? NameOf(ReadOnlySpan<char> printed)
    {
        var colon = printed.IndexOf(':');
        return colon <= 0
            ? FeedNames.Of(Meaning([]), printed)
            : FeedNames.Of(Meaning(printed[..colon]), printed[(colon + 1)..]);
    }

    /// <summary>The usual prefix of the namespace that a printed prefix stands for here.</summary>
    public string Meaning(ReadOnlySpan<char> printed)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (printed.Equals(_declared[i].Printed, StringComparison.OrdinalIgnoreCase))
            {
                return _declared[i].Prefix;
            }
        }

        return printed.IsEmpty ? "" : FeedNames.Undeclared(printed);
    }
}
