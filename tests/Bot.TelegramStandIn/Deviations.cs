namespace Bot.TelegramStandIn;

/// <summary>
/// The reviewed list of rules that may be broken, each with its reason. A line is "side | method | path | what the rule begins with | reason"; a star
/// stands for anything.
/// </summary>
public static class Deviations
{
    private static readonly Lazy<IReadOnlyList<string[]>> Lines = new(() =>
        [.. Resource.Read("deviations.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | "))]);

    /// <summary>The list, a line each, split into its five parts.</summary>
    public static IReadOnlyList<string[]> All => Lines.Value;

    internal static bool Cover(Wire.Violation violation) => All.Any(line =>
        Fits(line[0], violation.Side) && Fits(line[1], violation.Method) && Fits(line[2], violation.Path)
        && (line[3] == "*" || violation.Rule.StartsWith(line[3], StringComparison.Ordinal)));

    private static bool Fits(string pattern, string value) => pattern == "*" || pattern == value;
}
