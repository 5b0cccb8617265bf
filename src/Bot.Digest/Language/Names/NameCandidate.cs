namespace Bot.Digest.Language.Names;

/// <summary>Capitalised words that may be a name, before anything is known about what they name.</summary>
/// <param name="RunToken">First token of the capitalised run it was cut from ("Russian" in "Russian President Vladimir Putin").</param>
/// <param name="TitleToken">First token of the titles directly before it; equal to <paramref name="FirstToken"/> when there are none.</param>
/// <param name="FirstToken">First token of the words themselves.</param>
/// <param name="EndToken">One past the last.</param>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct NameCandidate(int RunToken, int TitleToken, int FirstToken, int EndToken, int Sentence)
{
    /// <summary>Tokens of the name itself.</summary>
    public int Length => EndToken - FirstToken;
}
