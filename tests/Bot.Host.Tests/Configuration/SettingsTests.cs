using Bot.Digest.Tests;
using Bot.Host.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_holds_every_setting_and_no_other_and_is_valid()
    {
        _folder.Write(Settings.FileName, RepositoryFile.Read("appsettings.example.json"));
        var (services, configuration) = Load(NoVariables);

        Settings.Check(services, configuration);

        Assert.Equal(
            services.GetServices<SettingsSection>().SelectMany(section => section.Settings).Select(setting => setting.Key).Order(StringComparer.Ordinal),
            configuration.AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_shows_the_defaults()
    {
        _folder.Write(Settings.FileName, RepositoryFile.Read("appsettings.example.json"));
        var example = Load(NoVariables).Services;
        using var empty = new TemporaryFolder();
        var defaults = Load(NoVariables, empty.Path).Services;

        foreach (var section in defaults.GetServices<SettingsSection>())
        {
            Assert.Equivalent(section.Bind(defaults), section.Bind(example), strict: true);
        }
    }

    [Fact]
    public void Every_setting_stands_in_the_table_of_the_operating_page_and_no_other()
    {
        var documented = RepositoryFile.Read("docs/operating.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('`')[1].Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        var known = Load(NoVariables).Services.GetServices<SettingsSection>().SelectMany(section => section.Settings).Select(setting => setting.Key);

        Assert.Equal(known, documented);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        _folder.Write(Settings.FileName, """{"Web": {"Adress": "http://127.0.0.1:1", "AccessKey": "short"}, "Colour": "red", "Log": {"Level": "Loud"}}""");
        var (services, configuration) = Load(new() { ["DIGESTBOT__Chat__Zone"] = "Moon/Tranquility" });

        var problem = Assert.Throws<OperatorException>(() => Settings.Check(services, configuration));

        var lines = problem.Message.Split(Environment.NewLine);
        Assert.Equal(5, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("Web:Adress is no setting; Web has Web:Address, Web:AccessKey, Web:Names.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Colour is no setting;", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Web:AccessKey is too short", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Log:Level", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Moon/Tranquility", StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_the_command_line_over_both()
    {
        _folder.Write(Settings.FileName, """{"Storage": {"Folder": "a"}, "Chat": {"Zone": "Asia/Tokyo"}, "Web": {"Address": "http://127.0.0.1:1"}}""");
        var variables = new Dictionary<string, string>
        {
            ["DIGESTBOT__Storage__Folder"] = "b",
            ["DIGESTBOT__Chat__Zone"] = "Europe/Oslo",
            ["OTHER__Chat__Zone"] = "Asia/Seoul",
        };

        var services = Load(variables, _folder.Path, new() { ["Storage:Folder"] = "c" }).Services;

        Assert.Equal("c", services.GetRequiredService<IOptions<StorageOptions>>().Value.Folder);
        Assert.Equal("Europe/Oslo", services.GetRequiredService<IOptions<ChatOptions>>().Value.Zone);
        Assert.Equal(1, services.GetRequiredService<IOptions<WebOptions>>().Value.Address.Port);
    }

    [Fact]
    public void A_variable_can_name_the_file_that_holds_the_secret()
    {
        var secret = _folder.Write("key", "a long enough secret\n");
        var services = Load(new() { ["DIGESTBOT__Web__AccessKey_FILE"] = secret }).Services;

        Assert.Equal("a long enough secret", services.GetRequiredService<IOptions<WebOptions>>().Value.AccessKey);
    }

    [Fact]
    public void A_secret_file_that_is_missing_is_named_with_its_variable()
    {
        var problem = Assert.Throws<OperatorException>(
            () => Load(new() { ["DIGESTBOT__Web__AccessKey_FILE"] = Path.Combine(_folder.Path, "nothing") }));

        Assert.Contains("DIGESTBOT__Web__AccessKey_FILE", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nothing", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_json_is_named()
    {
        var path = _folder.Write(Settings.FileName, "{ oh no");

        var problem = Assert.Throws<OperatorException>(() => Load(NoVariables));

        Assert.StartsWith($"{path} is not valid JSON", problem.Message, StringComparison.Ordinal);
        Assert.Single(problem.Message.Split('\n'));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "", true)]
    [InlineData("http://localhost:8080", "", true)]
    [InlineData("http://[::1]:8080", "", true)]
    [InlineData("http://0.0.0.0:8080", "", false)]
    [InlineData("http://192.168.1.2:8080", "", false)]
    [InlineData("http://news.example:8080", "", false)]
    [InlineData("http://0.0.0.0:8080", "0123456789abcdef", true)]
    [InlineData("http://127.0.0.1:8080", "0123456789abcde", false)]
    [InlineData("https://127.0.0.1:8080", "", false)]
    [InlineData("http://127.0.0.1:8080/bot", "", false)]
    [InlineData("8080", "", false)]
    public void Beyond_this_machine_the_page_needs_a_key(string address, string key, bool valid)
    {
        var options = new WebOptions { Address = new Uri(address, UriKind.RelativeOrAbsolute), AccessKey = key };

        Assert.Equal(valid, new WebOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void Every_wrong_part_of_what_may_be_fetched_is_named()
    {
        _folder.Write(Settings.FileName, """
            {"Fetching": {"AllowedPorts": "8081, 0, http", "AllowedHosts": "feeds.lan, a b", "AllowedNetworks": "10.1.0.0/16,10.1.0.0/33", "OwnAddresses": "9.9.9.9,here",
                          "Contact": "me (at home)", "HostGap": "00:00:00", "AtOnce": 0}}
            """);
        var (services, configuration) = Load(NoVariables);

        var problem = Assert.Throws<OperatorException>(() => Settings.Check(services, configuration));

        var lines = problem.Message.Split(Environment.NewLine);
        Assert.All(["holds \"0\"", "\"http\"", "\"a b\"", "\"10.1.0.0/33\"", "\"here\"", "Fetching:Contact", "HostGap", "AtOnce"],
            part => Assert.Single(lines, line => line.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(8, lines.Length);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_named_by_its_whole_key_with_what_to_write_and_hides_no_other()
    {
        var settings = Load(NoVariables).Services.GetServices<SettingsSection>().SelectMany(section => section.Settings)
            .Where(setting => setting.Property.PropertyType != typeof(string)).ToList();
        var wrong = settings.ToDictionary(setting => setting.Key, setting => (string?)(setting.Property.PropertyType == typeof(Uri) ? "" : "a lot"));
        wrong["Storage:Folder"] = "";
        var (services, configuration) = Load(NoVariables, commandLine: wrong);

        var lines = Assert.Throws<OperatorException>(() => Settings.Check(services, configuration)).Message.Split(Environment.NewLine);

        Assert.Equal(wrong.Keys.Order(StringComparer.Ordinal), lines.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Matches("^[A-Za-z0-9:]+ is \"(a lot)?\"; write .+[.]$", line));
    }

    [Theory]
    [InlineData("Fetching:HostGap", "00:00:00", "write a time from 00:00:01 to 00:01:00.")]
    [InlineData("Fetching:AtOnce", "65", "write a whole number from 1 to 64.")]
    [InlineData("Communities:MostSources", "0", "write a whole number from 1 to 10000.")]
    [InlineData("Communities:Approval", "perhaps", "write true or false.")]
    [InlineData("Sources:AtOnce", "-1", "write a whole number from 1 to 1000.")]
    [InlineData("Log:Format", "7", "write one of Text, Json.")]
    [InlineData("Web:Address", "", "write it like \"http://127.0.0.1:8080/\".")]
    [InlineData("Discord:Shards", "two", "write a whole number.")]
    [InlineData("Storage:Folder", "", "write it like \"data\".")]
    public void A_value_beyond_its_limits_is_named_by_its_whole_key_with_what_to_write(string key, string value, string advice)
    {
        var (services, configuration) = Load(NoVariables, commandLine: new() { [key] = value });

        var problem = Assert.Throws<OperatorException>(() => Settings.Check(services, configuration));

        Assert.Equal($"{key} is \"{value}\"; {advice}", problem.Message);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8081", "http://127.0.0.1:8081/")]
    [InlineData("http://[::]:8081", "http://[::1]:8081/")]
    [InlineData("http://192.168.1.2:8081", "http://192.168.1.2:8081/")]
    public void Health_is_asked_where_this_machine_reaches_the_service(string address, string reached) =>
        Assert.Equal(reached, new WebOptions { Address = new Uri(address) }.Reachable.AbsoluteUri);

    private (ServiceProvider Services, IConfigurationRoot Configuration) Load(
        Dictionary<string, string> variables, string? folder = null, Dictionary<string, string?>? commandLine = null)
    {
        var configuration = Settings.Load(folder ?? _folder.Path, variables, commandLine ?? []);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        WholeProgram.Parts.Settings(services);
        return (services.BuildServiceProvider(), configuration);
    }
}
