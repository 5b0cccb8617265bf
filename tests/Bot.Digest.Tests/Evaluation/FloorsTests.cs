using Bot.Evaluation;

namespace Bot.Digest.Tests.Evaluation;

public sealed class FloorsTests
{
    [Fact]
    public void A_figure_at_its_floor_holds_and_one_below_fails()
    {
        var lines = Compare("""[{"task":"dates","metric":"value F1","value":0.81},{"task":"dates","metric":"extent F1","value":0.79}]""",
            """{"dates":{"value F1":0.81,"extent F1":0.8}}""");

        Assert.Equal(["ok      dates: value F1: 0.81, floor 0.81", "FAILED  dates: extent F1: 0.79, floor 0.8"], lines);
    }

    [Fact]
    public void A_figure_that_was_not_measured_fails()
    {
        var lines = Compare("""[{"task":"timelines","metric":"date F1","value":null}]""", """{"timelines":{"date F1":0.5},"quotes":{"span F1":80}}""");

        Assert.Equal(["FAILED  timelines: date F1: missing, floor 0.5", "FAILED  quotes: span F1: missing, floor 80"], lines);
    }

    [Fact]
    public void Each_number_of_a_pair_and_each_type_has_a_floor_of_its_own()
    {
        var lines = Compare(
            """[{"task":"quotes","metric":"rule","value":"87.33 / 92.84"},{"task":"quotes","metric":"recall","value":{"direct":[94.59,481],"mixed":[77.36,106]}}]""",
            """{"quotes":{"rule":[87.3,93],"recall":{"direct":94.5,"mixed":78}}}""");

        Assert.Equal(
            [
                "ok      quotes: rule, number 1: 87.33, floor 87.3",
                "FAILED  quotes: rule, number 2: 92.84, floor 93",
                "ok      quotes: recall, direct: 94.59, floor 94.5",
                "FAILED  quotes: recall, mixed: 77.36, floor 78",
            ],
            lines);
    }

    [Fact]
    public void Figures_without_a_floor_are_left_out() =>
        Assert.Empty(Compare("""[{"task":"quotes","metric":"articles a second","value":235.1}]""", """{"quotes":{}}"""));

    [Fact]
    public void The_floors_of_the_repository_can_be_read() =>
        Assert.NotEmpty(Floors.Compare("[]", File.ReadAllText(RepositoryFile.Path("tests/Bot.Evaluation/floors.json"))));

    private static List<string> Compare(string figures, string floors) => [.. Floors.Compare(figures, floors).Select(line => line.ToString())];
}
