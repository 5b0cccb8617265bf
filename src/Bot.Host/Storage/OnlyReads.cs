namespace Bot.Host.Storage;

/// <summary>Added to the parts of a run that only reads: it does so in a folder that it may not write to as well.</summary>
public sealed class OnlyReads;
