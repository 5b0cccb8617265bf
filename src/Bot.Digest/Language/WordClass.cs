namespace Bot.Digest.Language;

/// <summary>The word lists under <c>Language/English</c>; a word may stand in several.</summary>
[Flags]
public enum WordClass : ulong
{
    None = 0,
}
