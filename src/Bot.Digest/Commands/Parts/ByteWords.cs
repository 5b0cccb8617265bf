using System.Globalization;

namespace Bot.Digest.Commands.Parts;

/// <summary>Sizes as people say them: "1.2 GB", in thousands (IEC 80000-13).</summary>
internal static class ByteWords
{
    private const double Thousand = 1000;

    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= Thousand && unit < Units.Length - 1)
        {
            (size, unit) = (size / Thousand, unit + 1);
        }

        var shown = size.ToString(unit == 0 || size >= Thousand / 10 ? "0" : "0.0", CultureInfo.CurrentCulture);
        return $"{shown} {Units[unit]}";
    }
}
