namespace Bot.Digest.Reading.Egress;

/// <summary>What became of a redirect.</summary>
public enum RedirectStep
{
    /// <summary>There is a next address to ask.</summary>
    Followed,

    /// <summary>It leads where nothing may be reached, or nowhere.</summary>
    Refused,

    /// <summary>One too many, or back to where it came from.</summary>
    TooMany,
}

/// <summary>The way from the address that was asked for to the one that has the document. Each step is judged like the first.</summary>
/// <param name="policy">Judges.</param>
/// <param name="start">The first address, judged.</param>
public sealed class RedirectTrail(EgressPolicy policy, Uri start)
{
    /// <summary>Browsers follow 20, readers 5 to 10; honest chains have one or two (http to https, a domain to its www).</summary>
    private const int MostSteps = 5;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { start.AbsoluteUri };
    private bool _isForGood = true;

    /// <summary>The address to ask now.</summary>
    public Uri Current { get; private set; } = start;

    /// <summary>The present address when every step said that the move is for good (301, 308); null otherwise.</summary>
    public Uri? MovedTo => _isForGood && _seen.Count > 1 ? Current : null;

    /// <summary>Goes where an answer points.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="location">Its Location header, relative or whole; null when it has none.</param>
    public RedirectStep Follow(int status, string? location)
    {
        if (Target(location) is not { } next || (Current.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
        {
            // From https to http nobody can tell any more who answers; the framework's own client refuses that too.
            return RedirectStep.Refused;
        }

        if (_seen.Count > MostSteps || !_seen.Add(next.AbsoluteUri))
        {
            return RedirectStep.TooMany;
        }

        _isForGood &= status is 301 or 308;
        Current = next;
        return RedirectStep.Followed;
    }

    private Uri? Target(string? location)
    {
        location = location?.Trim();
        if (string.IsNullOrEmpty(location) || location.Any(char.IsControl) || location.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        return HasScheme(location) ? policy.Parse(location)
            : location.StartsWith("//", StringComparison.Ordinal) ? policy.Parse($"{Current.Scheme}:{location}")
            : Uri.TryCreate(Current, location, out var address) ? policy.Parse(address.AbsoluteUri)
            : null;
    }

    /// <summary>RFC 3986, section 3.1: a letter, then letters, digits, <c>+ - .</c> up to a colon.</summary>
    private static bool HasScheme(string location)
    {
        var colon = location.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(location[0])
            && location[..colon].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.');
    }
}
