using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Bot.Architecture.Tests;

/// <summary>The borders of docs/architecture.md that the compiler does not guard: folders, and who may see which library.</summary>
public sealed class DependencyRules
{
    private static readonly System.Reflection.Assembly Digest = typeof(Bot.Digest.Findings).Assembly;
    private static readonly System.Reflection.Assembly Host = System.Reflection.Assembly.Load("digestbot");

    private static readonly ArchUnitNET.Domain.Architecture Whole = new ArchLoader()
        .LoadAssemblies(Digest, Host)
        .Build();

    /// <summary>Pure libraries that the product may use besides the framework (docs/architecture.md).</summary>
    private static readonly string[] PureLibraries = ["AngleSharp", "AnyAscii"];

    [Fact]
    public void The_product_references_the_framework_and_pure_libraries_only()
    {
        var foreign = Digest.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"))
            .Except(PureLibraries, StringComparer.Ordinal);

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.Data.Common")]
    [InlineData("System.IO.FileSystem.Watcher")]
    public void The_product_does_no_network_and_no_database(string assembly) =>
        Assert.DoesNotContain(assembly, Digest.GetReferencedAssemblies().Select(reference => reference.Name));

    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "Bot.Host.Storage.Sqlite")]
    [InlineData("Npgsql", "Bot.Host.Storage.Postgres")]
    [InlineData("Quartz", "Bot.Host.Jobs")]
    [InlineData("Telegram.Bot", "Bot.Host.Platforms.Telegram")]
    [InlineData("Dapper", "Bot.Host.Storage")]
    public void A_library_is_seen_by_its_own_folder_only(string library, string folder) =>
        Check(Types().That().ResideInAssembly(Host).And().DoNotResideInNamespaceMatching(Inside(folder))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(Inside(library))));

    [Theory]
    [InlineData("Terminal")]
    [InlineData("Web")]
    [InlineData("Telegram")]
    [InlineData("Discord")]
    public void A_platform_sees_no_other_platform_no_storage_and_no_jobs(string platform)
    {
        var own = Inside($"Bot.Host.Platforms.{platform}");
        var others = $@"^Bot\.Host\.(Storage|Jobs|Platforms\.(?!{platform}(\.|$)))";

        Check(Types().That().ResideInNamespaceMatching(own)
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(others)));
    }

    [Theory]
    [InlineData("Bot.Host.Storage.Sqlite", "Bot.Host.Storage.Postgres")]
    [InlineData("Bot.Host.Storage.Postgres", "Bot.Host.Storage.Sqlite")]
    [InlineData("Bot.Host.Storage", "Bot.Host.Platforms")]
    [InlineData("Bot.Host.Ingestion", "Bot.Host.Storage")]
    public void One_folder_does_not_see_the_other(string one, string other) =>
        Check(Types().That().ResideInNamespaceMatching(Inside(one))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(Inside(other))));

    /// <summary>Besides the guarded client and the platforms only two may: one asks this machine's own page, one tries whether a port of it is free.</summary>
    [Fact]
    public void Nothing_reaches_the_network_past_the_guard() =>
        Check(Types().That().ResideInAssembly(Host).And().DoNotResideInNamespaceMatching(@"^Bot\.Host\.(Fetching|Platforms)(\.|$)")
            .And().DoNotHaveFullNameMatching(@"^Bot\.Host\.CommandLine\.(HealthCommand|FreeAddress)(/|\+|$)")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^System\.Net\.(Http|Sockets|Mail|WebSockets|Quic|NetworkInformation)(\.|$)")
                .Or().HaveFullNameMatching(@"^System\.Net\.(Dns|WebClient|WebRequest|HttpWebRequest|FtpWebRequest)$")));

    [Fact]
    public void Understanding_knows_nothing_of_chat_commands_or_ports() =>
        Check(Types().That().ResideInNamespaceMatching(@"^Bot\.Digest\.(Articles|Language|Quotes|People|Summaries)(\.|$)")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^Bot\.Digest\.(Chat|Commands|Ports)(\.|$)")));

    [Fact]
    public void What_belongs_to_one_language_is_seen_by_its_own_folder_only()
    {
        var folders = Digest.GetTypes()
            .Where(type => type.IsClass && type.GetInterface("ILanguage") is not null)
            .Select(type => type.Namespace!)
            .ToList();

        Assert.True(folders.Count >= 2);
        Assert.All(folders, folder => Check(Types().That().ResideInAssembly(Digest).And().DoNotResideInNamespaceMatching(Inside(folder))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Inside(folder)))));
    }

    private static string Inside(string folder) => $@"^{folder.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)";

    // A rule for a folder that is not there yet is kept: it holds the border on the day the folder comes.
    private static void Check(TypesShouldConjunction rule) => rule.WithoutRequiringPositiveResults().Check(Whole);
}
