namespace Bot.Digest.Ports;

/// <summary>What is stored about somebody or about a community, taken out for good. Each call is whole or did nothing, and may come again.</summary>
public interface IForgetting
{
    /// <summary>
    /// Takes somebody out: what they changed stays without a name, what they reported goes, and so does their private chat with the bot. A
    /// group or channel in whose name somebody asks stays.
    /// </summary>
    /// <param name="platform">As in <see cref="Chat.ChatAddress.Platform"/>.</param>
    /// <param name="user">The platform's id of the one who asks for it.</param>
    Task ForgetUserAsync(string platform, string user, CancellationToken ct);

    /// <summary>
    /// Takes a community out with all that it ordered, added, chose and changed. What the operator decided about it stays: that it is blocked, and how
    /// many sources it may follow.
    /// </summary>
    /// <returns>False for the default set, which belongs to everybody, and where there is none of that number.</returns>
    Task<bool> ForgetCommunityAsync(CommunityId community, CancellationToken ct);
}
