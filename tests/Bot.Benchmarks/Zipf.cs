namespace Bot.Benchmarks;

/// <summary>Draws ranks as words and names are used: the rank r comes about 1/r^exponent as often as the first.</summary>
internal sealed class Zipf
{
    private readonly double[] _shares;

    public Zipf(int count, double exponent)
    {
        _shares = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            sum += 1 / Math.Pow(rank + 1, exponent);
            _shares[rank] = sum;
        }
    }

    public int Count => _shares.Length;

    /// <summary>A rank from 0, drawn with <paramref name="random"/>.</summary>
    public int Draw(Random random)
    {
        var found = Array.BinarySearch(_shares, random.NextDouble() * _shares[^1]);
        return Math.Min(found < 0 ? ~found : found, _shares.Length - 1);
    }
}
