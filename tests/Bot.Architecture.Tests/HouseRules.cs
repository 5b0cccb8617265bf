using System.Reflection;
using Bot.Digest.Commands;

namespace Bot.Architecture.Tests;

/// <summary>What every reader of the source may rely on.</summary>
public sealed class HouseRules
{
    private static readonly Assembly[] Ours = [typeof(Bot.Digest.Findings).Assembly, Assembly.Load("digestbot")];

    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Service"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            OurTypes().Select(type => type.Name.Split('`')[0]),
            name => EmptyNames.Any(empty => name.EndsWith(empty, StringComparison.Ordinal)));

    [Fact]
    public void Every_command_is_one_sealed_class_in_the_commands_folder()
    {
        var commands = OurTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IChatCommand))).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            Assert.True(command.IsSealed, command.FullName);
            Assert.Equal("Bot.Digest.Commands", command.Namespace);
            Assert.EndsWith("Command", command.Name, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_asynchronous_port_takes_a_cancellation_token_last()
    {
        var methods = OurTypes()
            .Where(type => type is { IsInterface: true, Namespace: "Bot.Digest.Ports" })
            .SelectMany(port => port.GetMethods())
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType));
    }

    [Fact]
    public void Every_reading_port_is_asked_on_behalf_of_a_community()
    {
        var reading = OurTypes()
            .Where(type => type is { IsInterface: true, Namespace: "Bot.Digest.Ports" })
            .Where(port => port.Name is "IArticles" or "IPeople" or "IQuotes" or "IEvents" or "IStories")
            .ToList();

        Assert.Equal(5, reading.Count);
        Assert.All(reading.SelectMany(port => port.GetMethods()), method =>
            Assert.Equal("CommunityId", method.GetParameters()[0].ParameterType.Name));
    }

    private static IEnumerable<Type> OurTypes() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Bot.", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal));
}
