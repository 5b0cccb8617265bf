namespace Bot.Digest.Tests.Reading;

/// <summary>Tests that count the processor time of the whole process: they run alone, since that of others is counted with it.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuredProcessor;
