using System.Text.RegularExpressions;

namespace Bot.Digest.Tests.Chat;

/// <summary>Interface words stand in the catalogue; in code are only names, command lines and marks.</summary>
public sealed partial class LiteralTests
{
    [Theory]
    [InlineData("Commands")]
    [InlineData("Chat")]
    [InlineData("Digests")]
    [InlineData("Schedules")]
    public void No_interface_word_stands_in_code(string folder)
    {
        var found = Directory
            .EnumerateFiles(RepositoryFile.Path($"src/Bot.Digest/{folder}"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => WordsIn(File.ReadAllText(file)).Select(words => $"{Path.GetFileName(file)}: {words}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Reply.Problem(\"Try again later\")", "Try again later")]
    [InlineData("$\"{count} quotes of {name}\"", "{count} quotes of {name}")]
    [InlineData("new Button(\"Next\", line)", "Next")]
    [InlineData("var a = \"yes, really\"; // \"a remark\"", "yes, really")]
    [InlineData("/// <summary>\"4 May\"</summary>\nnew(\"since\"); \"/who ilse varga\"; \" · \"; $\"{a} {b}:\"; '\"'; \"yyyy-M\"", "")]
    public void Words_in_literals_are_found_and_names_are_not(string code, string words)
    {
        Assert.Equal(words, string.Join('|', WordsIn(code)));
    }

    private static IEnumerable<string> WordsIn(string code) => Literal()
        .Matches(Comment().Replace(code, match => match.Groups["keep"].Value))
        .Select(match => match.Groups["text"].Value)
        .Where(text => !Name().IsMatch(Hole().Replace(text, string.Empty)));

    /// <summary>Comments, and what is looked for in what others wrote.</summary>
    [GeneratedRegex("""GeneratedRegex\(\s*@"[^"]*"|(?<keep>"(\\.|[^"\\])*"|'(\\.|[^'\\])+')|//[^\n]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(""" '(\\.|[^'\\])+'|"(?<text>(\\.|[^"\\])*)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    /// <summary>
    /// No word at all; one lower-case name ("since", "page:"); a command's name of two words ("person merge"); a command line ("/who ilse"), program line ("digestbot samples load") or format ("yyyy-M-d");
    /// a zone's name; a unit's symbol; a file's name or media type; the catalogue's own resource name.
    /// </summary>
    [GeneratedRegex(@"^([^\p{L}]*|[0-9]*[a-z]+:?|(person|source|filter|community|deliveries|quote|reports|forget) [a-z]+|[dMyO.\-]+|\W*/((?![.!?] ).)*|(digestbot )?(samples load|ingest [A-Z]+)|[a-z]+\.[a-z]+|[a-z]+/[a-z\-]+|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+|(Etc/)?GMT|UTC|[kMGT]?B|One|Other|Bot\.Digest\.[A-Za-z.]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
