namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>The links of a reply whose host was shown beside them: once is enough. A line that is written anew takes its own back.</summary>
public sealed class NamedHosts
{
    private readonly HashSet<(string Words, string Host)> _shown = [];
    private readonly List<(string Words, string Host)> _ofLine = [];

    /// <summary>False for a link that was shown with its host before.</summary>
    public bool Add(string words, string host)
    {
        if (!_shown.Add((words, host)))
        {
            return false;
        }

        _ofLine.Add((words, host));
        return true;
    }

    /// <summary>The line stands as it was written.</summary>
    public void Keep() => _ofLine.Clear();

    /// <summary>Nothing of the line is shown.</summary>
    public void TakeBack()
    {
        _shown.ExceptWith(_ofLine);
        _ofLine.Clear();
    }
}
