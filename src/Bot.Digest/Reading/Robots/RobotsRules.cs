using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Digest.Reading.Robots;

/// <summary>What a site's robots.txt asks of this program (RFC 9309).</summary>
public sealed class RobotsRules
{
    /// <summary>What robots.txt files call this program; the name that the User-Agent header begins with.</summary>
    public const string ProductToken = "DigestBot";

    /// <summary>No more of the file is read (RFC 9309, section 2.5).</summary>
    public const int MostBytes = 500 * 1024;

    /// <summary>Asks for nothing: the site has no such file.</summary>
    public static readonly RobotsRules None = new([], null);

    private static readonly SearchValues<char> TokenLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private readonly IReadOnlyList<RobotsPattern> _patterns;

    private RobotsRules(IReadOnlyList<RobotsPattern> patterns, TimeSpan? delay) => (_patterns, Delay) = (patterns, delay);

    /// <summary>How long to wait between two requests, as the widespread extension <c>crawl-delay</c> has it; null when nothing is said.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Reads a file. Never throws: what is not understood is passed over.</summary>
    /// <param name="file">Its bytes, at most the first <see cref="MostBytes"/> of them.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> file)
    {
        var (own, everybody) = (new RobotsGroup(), new RobotsGroup());
        var (forOwn, forEverybody, isNaming, isNamed) = (false, false, false, false);
        foreach (var (name, value) in Lines(Encoding.UTF8.GetString(file[..Math.Min(file.Length, MostBytes)])))
        {
            if (name == "user-agent")
            {
                // Names that follow each other share the rules below them; the first name after a rule begins another group.
                (forOwn, forEverybody) = isNaming ? (forOwn, forEverybody) : (false, false);
                isNaming = true;
                forOwn |= IsOwn(value);
                forEverybody |= value.StartsWith('*');
                isNamed |= forOwn;
            }
            else if (name is "allow" or "disallow" or "crawl-delay")
            {
                isNaming = false;
                own.Add(name, value, forOwn);
                everybody.Add(name, value, forEverybody);
            }
        }

        // A group of our own, even one without rules, holds in place of that for everybody (section 2.2.1).
        var group = isNamed ? own : everybody;
        return new(group.Patterns, group.Delay);
    }

    /// <summary>Whether the address may be asked for: the longest pattern that fits decides, and of two equally long ones the kinder.</summary>
    public bool Allow(Uri address)
    {
        var path = RobotsPattern.Normal(address.PathAndQuery);
        var (length, isAllowed) = (-1, true);
        foreach (var pattern in _patterns)
        {
            if (pattern.Length >= length && (pattern.Length > length || pattern.IsAllowing) && pattern.Fits(path))
            {
                (length, isAllowed) = (pattern.Length, pattern.IsAllowing);
            }
        }

        return isAllowed || path == "/robots.txt";
    }

    /// <summary>The name in lower case and the value of each line that has both a name and a colon, without comments.</summary>
    private static IEnumerable<(string Name, string Value)> Lines(string file)
    {
        foreach (var line in file.TrimStart('\uFEFF').Split('\r', '\n'))
        {
            var text = line.Split('#')[0];
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
            }
        }
    }

    /// <summary>A product token is letters, <c>_</c> and <c>-</c>, in any case; a version behind it is passed over.</summary>
    private static bool IsOwn(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenLetters);
        return value.AsSpan(0, end < 0 ? value.Length : end).Equals(ProductToken, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The rules for one name, gathered from all the groups that are for it (section 2.2.1).</summary>
    private sealed class RobotsGroup
    {
        private readonly List<RobotsPattern> _patterns = [];

        public IReadOnlyList<RobotsPattern> Patterns => _patterns;

        public TimeSpan? Delay { get; private set; }

        public void Add(string name, string value, bool isForIt)
        {
            if (!isForIt || value.Length == 0)
            {
                return; // An empty pattern asks for nothing (section 2.2.2).
            }

            if (name != "crawl-delay")
            {
                _patterns.Add(new(value, name == "allow"));
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.SecondsPerDay)
            {
                Delay = TimeSpan.FromSeconds(seconds);
            }
        }
    }
}
