using System.Globalization;

namespace Bot.Host.Storage;

/// <summary>Short lists of whole numbers kept in one text column, parted by blanks: spans whose rows would outweigh what they say.</summary>
internal static class Numbers
{
    public static string Write(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Numbers as a parameter of <see cref="IDatabase.Each"/>: JSON, which every engine reads.</summary>
    public static string List(IEnumerable<long> numbers) =>
        $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    public static List<int> Read(string written)
    {
        var numbers = new List<int>();
        foreach (var part in written.AsSpan().Split(' '))
        {
            if (int.TryParse(written.AsSpan(part), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }
}
