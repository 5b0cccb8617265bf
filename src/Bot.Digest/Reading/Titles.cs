using System.Globalization;

namespace Bot.Digest.Reading;

/// <summary>What every title, and every name of an author or outlet that a record states, must keep to.</summary>
internal static class Titles
{
    /// <summary>Longer ones are mistakes or attacks; the longest of 1,100 real titles measured has 214 characters.</summary>
    private const int MostGraphemes = 256;

    /// <summary>The title, cut after its last whole word within <see cref="MostGraphemes"/>.</summary>
    public static string Limited(string title)
    {
        if (title.Length <= MostGraphemes)
        {
            return title;
        }

        var (length, count) = (0, 0);
        while (length < title.Length && count < MostGraphemes)
        {
            length += StringInfo.GetNextTextElementLength(title, length);
            count++;
        }

        if (length == title.Length)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', length - 1);
        return string.Concat(title.AsSpan(0, space > length / 2 ? space : length), "…");
    }
}
