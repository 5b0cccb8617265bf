using Bot.Digest.Chat;

namespace Bot.Digest.Schedules;

/// <summary>What an option was understood as, or one sentence that says what to write instead.</summary>
/// <param name="Value">Null with a problem, and where nothing at all was wished ("off").</param>
public readonly record struct Typed<T>(T? Value, RichText? Problem = null);
