namespace Bot.Digest.Commands;

/// <summary>A file that came with a command.</summary>
/// <param name="Name">As its sender calls it.</param>
public sealed record GivenFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Gets the file that came with a line or, where the asker sits at the machine itself, the one of a path.
/// </summary>
/// <param name="path">What was typed for it; null when nothing was.</param>
/// <param name="most">Bytes that are read at most.</param>
/// <returns>Null when there is no such file.</returns>
public delegate Task<GivenFile?> ReadFile(string? path, int most, CancellationToken ct);
