namespace Bot.Digest.Quotes;

/// <summary>How often the speakers of one kind of attribution were right on annotated articles.</summary>
/// <param name="Right">Quotes whose speaker was right.</param>
/// <param name="Of">Quotes of that kind.</param>
public readonly record struct MeasuredSpeakers(int Right, int Of)
{
    /// <summary>Weight of the prior, in quotes, so that a kind seen three times is no certainty.</summary>
    private const double PriorWeight = 4;

    private const double Prior = 0.8;

    /// <summary>The share that were right, drawn towards the prior where few were seen.</summary>
    public double Share => (Right + (Prior * PriorWeight)) / (Of + PriorWeight);
}
