using System.Text.Json.Nodes;
using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Evaluation;

/// <summary>Who said what: <c>id</c> and <c>text</c> in, quotes out.</summary>
public static class QuotesTask
{
    public static void Run(string input, string output) =>
        JsonLines.Write(output, JsonLines.Read(input).Select(line =>
            Answer(line.GetProperty("id").GetString()!, line.GetProperty("text").GetString()!)));

    private static JsonObject Answer(string id, string text)
    {
        var article = new Article { Title = "", Text = text, Published = DateTimeOffset.UnixEpoch };
        var offsets = new CodePoints(text);
        var quotes = Understanding.Read(article).Quotes.Where(quote => !quote.IsShared).Select(quote => (JsonNode)Line(quote, offsets, text));
        return new JsonObject { ["id"] = id, ["quotes"] = new JsonArray([.. quotes]) };
    }

    private static JsonObject Line(Quote quote, CodePoints offsets, string text)
    {
        JsonArray Range(TextSpan span) => [offsets.At(span.Start), offsets.At(span.End)];
        return new JsonObject
        {
            ["start"] = offsets.At(quote.Span.Start),
            ["end"] = offsets.At(quote.Span.End),
            ["spans"] = new JsonArray([.. quote.Pieces.Select(Range)]),
            ["type"] = quote.Kind switch { QuoteKind.Direct => "direct", QuoteKind.Mixed => "mixed", _ => "indirect" },
            ["speaker"] = quote.SpeakerMention?.In(text) ?? "",
            ["speaker_start"] = quote.SpeakerMention is { } from ? offsets.At(from.Start) : null,
            ["speaker_end"] = quote.SpeakerMention is { } to ? offsets.At(to.End) : null,
            ["speaker_full"] = quote.Speaker ?? "",
            ["speaker_is_person"] = quote.Person is not null,
            ["floating"] = quote.Floating,
            ["confidence"] = quote.Confidence,
            ["basis"] = quote.Basis,
            ["shown"] = quote.Shown,
        };
    }
}
