namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Tests that measure what the whole process holds: they run alone, since what others take and give back is measured with it.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuredMemory;
