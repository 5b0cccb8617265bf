using System.Buffers.Binary;

namespace Bot.Digest.Stories;

/// <summary>
/// The words by which an article is put to a story, each with its weight: what the live window keeps of an article. Words are hashes, as
/// they are compared and never shown.
/// </summary>
public sealed class StoryTerms
{
    private const int BytesOfTerm = sizeof(uint) + 1;

    private readonly uint[] _hashes;
    private readonly byte[] _weights;

    /// <summary>Orders the terms.</summary>
    /// <param name="terms">Each word once, in any order.</param>
    public StoryTerms(IEnumerable<KeyValuePair<uint, byte>> terms)
    {
        var sorted = terms.OrderBy(term => term.Key).ToList();
        _hashes = [.. sorted.Select(term => term.Key)];
        _weights = [.. sorted.Select(term => term.Value)];
    }

    private StoryTerms(uint[] hashes, byte[] weights) => (_hashes, _weights) = (hashes, weights);

    public int Count => _hashes.Length;

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    public int WeightAt(int index) => _weights[index];

    /// <summary>The terms as bytes; <see cref="Read"/> gives them back unchanged.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_hashes.Length * BytesOfTerm];
        for (var i = 0; i < _hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * BytesOfTerm), _hashes[i]);
            bytes[(i * BytesOfTerm) + sizeof(uint)] = _weights[i];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; a broken rest is left out.</summary>
    public static StoryTerms Read(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Length / BytesOfTerm;
        var (hashes, weights) = (new uint[count], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * BytesOfTerm)..]);
            weights[i] = bytes[(i * BytesOfTerm) + sizeof(uint)];
        }

        return new StoryTerms(hashes, weights);
    }
}
