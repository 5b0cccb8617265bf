namespace Bot.Host.Platforms.Terminal;

/// <summary>How a run of text looks.</summary>
[Flags]
public enum TextLook
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Underlined = 8,
    Marked = 16,
}

/// <summary>A look with the address that the text leads to.</summary>
public readonly record struct TextStyle(TextLook Look, Uri? Address = null);
