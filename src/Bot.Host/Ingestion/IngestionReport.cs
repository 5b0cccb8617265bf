namespace Bot.Host.Ingestion;

/// <summary>What became of the documents so far.</summary>
/// <param name="Read">Documents that were looked at, the refused ones included.</param>
/// <param name="BytesDone">Bytes of the input that were read.</param>
public readonly record struct IngestionCounts(int Read, int New, int Unchanged, int Revised, int Refused, long BytesDone);

/// <summary>A document that gave no article.</summary>
public sealed record IngestionRefusal(InputPlace Place, string Reason);

/// <summary>How reading articles in ended.</summary>
/// <param name="FirstRefusals">The first <see cref="MostRefusals"/> that were refused; a file of a million broken lines is no reason to keep a million.</param>
public sealed record IngestionReport(IngestionCounts Counts, IReadOnlyList<IngestionRefusal> FirstRefusals)
{
    public const int MostRefusals = 20;
}
