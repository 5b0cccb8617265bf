namespace Bot.Digest.Chat;

/// <summary>What only Discord shows beside the commands' own answers.</summary>
public static class DiscordWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.DiscordWords");

    /// <summary>On the menu of what a message links to.</summary>
    public static string Open => _catalogue[nameof(Open)];

    /// <summary>On the button that shows a private answer to the whole channel.</summary>
    public static string Share => _catalogue[nameof(Share)];

    /// <summary>Over an answer that was shown to all.</summary>
    public static string SharedBy(string name) => _catalogue.Fill(nameof(SharedBy), name);

    /// <summary>To somebody who shares where only others write.</summary>
    public static string MayNotWrite => _catalogue[nameof(MayNotWrite)];

    /// <summary>A button whose command is kept no more.</summary>
    public static string OldButton => _catalogue[nameof(OldButton)];

    /// <summary>Over a direct message that holds an answer which took too long for its place.</summary>
    public static string Late => _catalogue[nameof(Late)];

    /// <summary>What a digest is called whose title nobody knows any more.</summary>
    public static string Digest => _catalogue[nameof(Digest)];
}
