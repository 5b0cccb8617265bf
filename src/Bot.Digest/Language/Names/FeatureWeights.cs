using System.Numerics;

namespace Bot.Digest.Language.Names;

/// <summary>Log-odds that a name is a person's: a sum of one weight for each feature.</summary>
internal sealed class FeatureWeights
{
    private readonly double _bias;
    private readonly double[] _weights = new double[64];

    /// <summary>Features without a weight tell nothing.</summary>
    public FeatureWeights(double bias, params ReadOnlySpan<(NameFeatures Feature, double Weight)> weights)
    {
        _bias = bias;
        foreach (var (feature, weight) in weights)
        {
            _weights[BitOperations.TrailingZeroCount((ulong)feature)] = weight;
        }
    }

    /// <summary>The chance, 0 to 1, that a name with these features is a person's.</summary>
    public double Chance(NameFeatures features) => 1 / (1 + Math.Exp(-LogOdds(features)));

    /// <summary>The sum of the weights.</summary>
    public double LogOdds(NameFeatures features)
    {
        var sum = _bias;
        for (var left = (ulong)features; left != 0; left &= left - 1)
        {
            sum += _weights[BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }
}
