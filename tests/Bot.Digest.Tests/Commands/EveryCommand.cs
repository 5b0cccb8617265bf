using Bot.Digest.Commands;

namespace Bot.Digest.Tests.Commands;

/// <summary>All commands over one archive.</summary>
internal static class EveryCommand
{
    public static IChatCommand[] Over(MemoryArchive archive)
    {
        object[] fakes = [archive, archive.Stories, archive.Sources, archive.Filters, archive.Communities, archive.Web, archive.Subscriptions, archive.Slots, archive.Follows, archive.Status, archive.Editions, archive.Corrections];
        return
        [
            .. ChatCommands.Types.Select(type =>
            {
                var constructor = Assert.Single(type.GetConstructors());
                return (IChatCommand)constructor.Invoke([.. constructor.GetParameters().Select(port => fakes.Single(port.ParameterType.IsInstanceOfType))]);
            }),
        ];
    }
}
