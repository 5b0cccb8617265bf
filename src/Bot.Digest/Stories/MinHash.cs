using System.Buffers.Binary;
using System.Numerics;
using Bot.Digest.Language;

namespace Bot.Digest.Stories;

/// <summary>
/// A text's fingerprint: which share of the runs of three words two texts have in common can be told from their fingerprints alone
/// (Broder 1997, min-wise hashing; its bands as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
/// </summary>
public sealed class MinHash
{
    /// <summary>Places of a fingerprint: the standard error of a share of a half is 0.06.</summary>
    public const int Size = 64;

    /// <summary>Copies agree in a band with a chance of one half where they share half of their runs (16 bands of 4 places).</summary>
    public const int Bands = 16;

    /// <summary>Share of common runs from which two texts are copies: of 600 edited copies and pairs on one topic it tells 598 or more right.</summary>
    public const double CopyShare = 0.5;

    private const int RunLength = 3;
    private const int PlacesOfBand = Size / Bands;

    /// <summary>Of fewer runs the share says too little.</summary>
    private const int FewestRuns = 8;

    private static readonly (ulong Factor, ulong Addend)[] _functions = Functions();

    private readonly uint[] _places;

    private MinHash(uint[] places) => _places = places;

    /// <summary>The fingerprint of a text; null when it has too few words.</summary>
    public static MinHash? Of(string text)
    {
        var places = new uint[Size];
        Array.Fill(places, uint.MaxValue);
        var (two, one, words) = (0UL, 0UL, 0);
        foreach (var word in ContentWords.In(text))
        {
            words++;
            if (words >= RunLength)
            {
                Enter(Mix(BitOperations.RotateLeft(two, 42) ^ BitOperations.RotateLeft(one, 21) ^ word), places);
            }

            (two, one) = (one, word);
        }

        return words < FewestRuns + RunLength - 1 ? null : new MinHash(places);
    }

    private static void Enter(ulong run, uint[] places)
    {
        for (var place = 0; place < Size; place++)
        {
            var (factor, addend) = _functions[place];
            places[place] = Math.Min(places[place], (uint)(((run * factor) + addend) >> 32));
        }
    }

    /// <summary>Whether two texts say the same words but for small edits.</summary>
    public bool IsCopyOf(MinHash other)
    {
        var same = 0;
        for (var place = 0; place < Size; place++)
        {
            same += _places[place] == other._places[place] ? 1 : 0;
        }

        return same >= CopyShare * Size;
    }

    /// <summary>A number for each band; texts that have one in common may be copies.</summary>
    internal IEnumerable<ulong> BandKeys() => Enumerable.Range(0, Bands).Select(band =>
        _places.Skip(band * PlacesOfBand).Take(PlacesOfBand).Aggregate((ulong)band, (key, place) => Mix(key ^ place)));

    /// <summary>The fingerprint as bytes; <see cref="Read"/> gives it back.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size * sizeof(uint)];
        for (var place = 0; place < Size; place++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(place * sizeof(uint)), _places[place]);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it has another length.</summary>
    public static MinHash? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size * sizeof(uint))
        {
            return null;
        }

        var places = new uint[Size];
        for (var place = 0; place < Size; place++)
        {
            places[place] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(place * sizeof(uint))..]);
        }

        return new MinHash(places);
    }

    /// <summary>The finaliser of MurmurHash3.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return value ^ (value >> 33);
    }

    /// <summary>Multiply-and-shift hashing (Dietzfelbinger and others 1997); the numbers are the same in every process.</summary>
    private static (ulong Factor, ulong Addend)[] Functions()
    {
        var functions = new (ulong, ulong)[Size];
        for (var place = 0; place < Size; place++)
        {
            functions[place] = (Mix((2 * (ulong)place) + 1) | 1, Mix((2 * (ulong)place) + 2));
        }

        return functions;
    }
}
