using System.Globalization;
using System.Text;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Language.German;

/// <summary>An original German article, and what is understood of it as lines that a test can compare.</summary>
internal static class GermanArticle
{
    /// <summary>A Thursday.</summary>
    private static readonly DateTimeOffset _published = new(2026, 5, 14, 9, 0, 0, TimeSpan.Zero);

    public static Findings Read(string text) =>
        Understanding.Read(new Article { Title = "", Text = text, Published = _published });

    /// <summary>People, quotes and events in text order, one a line.</summary>
    public static string Findings(string text)
    {
        var findings = Read(text);
        var lines = new StringBuilder();
        foreach (var person in findings.People)
        {
            lines.Append(CultureInfo.InvariantCulture, $"person: {person.Name}").Append(string.Concat(person.Roles.Select(role => $" | {role.Text}"))).Append('\n');
        }

        foreach (var quote in findings.Quotes)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{Kind(quote)}: {string.Join(" … ", quote.Pieces.Select(piece => piece.In(text)))} | {quote.Speaker}\n");
        }

        foreach (var dated in findings.Events)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{(dated.Planned ? "planned" : "happened")}: {dated.Expression.In(text)} = {dated.From:yyyy-MM-dd}")
                .Append(dated.From == dated.To ? "" : string.Create(CultureInfo.InvariantCulture, $" to {dated.To:yyyy-MM-dd}")).Append('\n');
        }

        return lines.ToString();
    }

    private static string Kind(Quote quote) => quote.Kind switch
    {
        QuoteKind.Direct => "direct",
        QuoteKind.Mixed => "mixed",
        _ => "reported",
    };
}
