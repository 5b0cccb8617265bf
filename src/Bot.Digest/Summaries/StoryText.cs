using Bot.Digest.Articles;

namespace Bot.Digest.Summaries;

/// <summary>An article of a story, as much of it as may be told.</summary>
/// <param name="Publisher">Who published it: two outlets of one publisher are one voice.</param>
/// <param name="Title">Its title; may be empty.</param>
/// <param name="Text">Its text, or only the sentences of its summary, one a line.</param>
/// <param name="Published">When it appeared: of equal sentences the earliest is told.</param>
public sealed record StoryText(string Publisher, string Title, string Text, DateTimeOffset Published);

/// <summary>A sentence of a story's summary, verbatim from one of its articles.</summary>
/// <param name="Article">Index of the article among those that were given.</param>
/// <param name="Span">Where it stands in <see cref="StoryText.Text"/>.</param>
public readonly record struct StorySentence(int Article, TextSpan Span);
