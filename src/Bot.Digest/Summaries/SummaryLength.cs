namespace Bot.Digest.Summaries;

/// <summary>How long a summary may be. Sentences are always whole.</summary>
/// <param name="MostSentences">How many sentences at most.</param>
/// <param name="EnoughWords">No sentence is added once there are so many words.</param>
public sealed record SummaryLength(int MostSentences, int EnoughWords)
{
    /// <summary>Two sentences, three where they are short: what fits on a phone.</summary>
    public static readonly SummaryLength Short = new(MostSentences: 3, EnoughWords: 45);
}
