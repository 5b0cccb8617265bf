using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Tests.Platforms.Discord;

public sealed class PermissionTests
{
    /// <summary>Rights of the whole server are given by roles alone (docs.discord.com, topics/permissions: the table names no channel for them).</summary>
    [Fact]
    public void A_channel_gives_and_takes_what_is_done_in_it_and_no_right_of_the_server()
    {
        const ulong Server = Permissions.Administrator | Permissions.ManageGuild;
        var generous = new Channel { Id = "9", PermissionOverwrites = [new Overwrite(7, Type: 1, Allow: Server | Permissions.ManageChannels, Deny: 0)] };
        var strict = new Channel { Id = "9", PermissionOverwrites = [new Overwrite(1, Type: 0, Allow: 0, Deny: Server | Permissions.SendMessages)] };

        var given = Permissions.In(Permissions.Posting, generous, guild: "1", member: "7", own: []);
        var taken = Permissions.In(Permissions.Posting | Permissions.ManageGuild, strict, guild: "1", member: "7", own: []);

        Assert.Equal(Permissions.Posting | Permissions.ManageChannels, given);
        Assert.Equal((Permissions.Posting | Permissions.ManageGuild) & ~Permissions.SendMessages, taken);
    }
}
