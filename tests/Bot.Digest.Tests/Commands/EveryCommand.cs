using Bot.Digest.Commands;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>All commands over one archive.</summary>
internal static class EveryCommand
{
    public static IChatCommand[] Over(MemoryArchive archive) =>
    [
        .. ChatCommands.Types.Select(type =>
        {
            var constructor = Assert.Single(type.GetConstructors());
            return (IChatCommand)constructor.Invoke([.. constructor.GetParameters().Select(port => port.ParameterType == typeof(IStories) ? (object)archive.Stories : archive)]);
        }),
    ];
}
