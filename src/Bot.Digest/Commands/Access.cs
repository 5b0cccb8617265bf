namespace Bot.Digest.Commands;

/// <summary>Who may run a command. Each level includes those before it. Platforms that know one kind of admin give them all that is below the operator.</summary>
public enum Access
{
    Everyone,

    /// <summary>Manages one channel: what that one gets, and which news the community has.</summary>
    ChannelAdmin,

    /// <summary>Manages the whole community: takes out all that is stored about it, and sees its secrets.</summary>
    Manager,

    /// <summary>Says who manages the community.</summary>
    CommunityAdmin,

    Operator,
}
