using System.Text;

namespace Bot.Host.Storage.Sqlite;

/// <summary>Questions in the language of SQLite's FTS5 (sqlite.org/fts5.html, section 3).</summary>
internal static class Fts5
{
    /// <summary>Every word is quoted, so that nothing typed is ever read as an operator.</summary>
    public static string Render(WordQuery query)
    {
        var text = new StringBuilder();
        Append(text, query);
        return text.ToString();
    }

    private static void Append(StringBuilder text, WordQuery query)
    {
        switch (query)
        {
            case WordQuery.Phrase phrase:
                text.Append('"').AppendJoin(' ', phrase.Words.Select(word => word.Replace("\"", "", StringComparison.Ordinal))).Append('"');
                text.Append(phrase.IsPrefix ? " *" : "");
                break;
            case WordQuery.Any any:
                AppendParts(text, any.Parts, " OR ");
                break;
            case WordQuery.All all:
                AppendParts(text, all.Parts, " AND ");
                break;
            case WordQuery.In within:
                text.Append('{').AppendJoin(' ', within.Columns).Append("} : (");
                Append(text, within.Part);
                text.Append(')');
                break;
        }
    }

    private static void AppendParts(StringBuilder text, IReadOnlyList<WordQuery> parts, string between)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : between);
            Append(text, parts[i]);
        }

        text.Append(')');
    }
}
