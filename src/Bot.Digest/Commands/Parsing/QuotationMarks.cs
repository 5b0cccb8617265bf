using System.Text;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Quoted arguments: straight marks, and the ones that phones put in their place.</summary>
internal static class QuotationMarks
{
    public static bool IsOpening(char mark) => Closing(mark).Length > 0;

    /// <summary>What stands in the marks that open at <paramref name="at"/>, and where the text goes on; marks that never close end with the text.</summary>
    public static (string Value, int End) Read(string text, int at)
    {
        var closing = Closing(text[at]);
        var value = new StringBuilder();
        for (var index = at + 1; index < text.Length; index++)
        {
            if (!closing.Contains(text[index], StringComparison.Ordinal))
            {
                value.Append(text[index]);
            }
            else if (index + 1 < text.Length && text[index] == '"' && text[index + 1] == '"')
            {
                // A doubled mark stands for one mark that belongs to the words.
                value.Append('"');
                index++;
            }
            else
            {
                return (value.ToString().Trim(), index + 1);
            }
        }

        return (value.ToString().Trim(), text.Length);
    }

    private static string Closing(char opening) => opening switch
    {
        '"' => "\"",
        '“' => "”\"",
        '„' => "“”\"",
        '«' => "»",
        _ => string.Empty,
    };
}
