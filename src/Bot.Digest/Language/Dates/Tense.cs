namespace Bot.Digest.Language.Dates;

/// <summary>Whether words speak of what was or of what will be.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
}
