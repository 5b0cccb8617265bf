using System.Data.Common;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The text of an article as it leaves the archive, with places in it counted in code points.</summary>
internal sealed class ExportedText
{
    private readonly int[] _starts;
    private readonly int[] _lowSurrogates;

    private ExportedText(List<ParagraphRow> paragraphs)
    {
        Paragraphs = paragraphs.ToDictionary(paragraph => paragraph.Number);
        Text = string.Join('\n', paragraphs.Select(paragraph => paragraph.Text));
        _lowSurrogates = [.. Enumerable.Range(0, Text.Length).Where(i => char.IsLowSurrogate(Text[i]))];
        _starts = new int[paragraphs.Count];
        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + paragraphs[i - 1].Text.Length + 1;
        }
    }

    /// <summary>The paragraphs by number.</summary>
    public IReadOnlyDictionary<long, ParagraphRow> Paragraphs { get; }

    public string Text { get; }

    public static async Task<Dictionary<long, ExportedText>> ReadAsync(DbConnection connection, List<long> articles, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<ParagraphRow>(new CommandDefinition(
            """
            select article_id as Article, number as Number, hash as Hash, text as Text
            from paragraphs
            where article_id in @Articles
            order by article_id, number
            """,
            new { Articles = articles },
            cancellationToken: ct))).ToLookup(row => row.Article);

        return articles.ToDictionary(article => article, article => new ExportedText([.. rows[article]]));
    }

    /// <summary>The words at a place that is counted in UTF-16 code units from the start of a paragraph.</summary>
    public ExportedWords Words(int paragraph, TextSpan span)
    {
        var (start, end) = (_starts[paragraph] + span.Start, _starts[paragraph] + span.End);
        return new ExportedWords(Text[start..end], CodePoints(start), CodePoints(end));
    }

    private int CodePoints(int position)
    {
        var before = Array.BinarySearch(_lowSurrogates, position);
        return position - (before >= 0 ? before : ~before);
    }
}
