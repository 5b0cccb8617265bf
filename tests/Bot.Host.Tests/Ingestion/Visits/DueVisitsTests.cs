using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Ingestion.Visits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>Sources that are due are visited side by side.</summary>
public sealed class DueVisitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_never_answers_holds_up_no_other_and_a_stop_ends_the_round()
    {
        using var paper = await VisitedPaper.OpenAsync();
        await paper.Sources.AddAsync(new Editor(VisitedPaper.Harbour, "Anna"), new NewSource(new Uri("https://lind-echo.com/feed"), SourceKind.Feed, null), Ct);
        var answered = new TaskCompletionSource();
        var web = new HalfSilentWeb(Papers.Feed, answered);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var round = Due(paper, web).RunAsync(stop.Token);
        await answered.Task.WaitAsync(Ct);
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => round);

        Assert.True(round.IsCompleted);
    }

    [Fact]
    public async Task A_source_that_meets_a_defect_backs_off_and_the_others_are_visited()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, _ => throw new InvalidOperationException("a defect"));
        await paper.Sources.AddAsync(new Editor(VisitedPaper.Harbour, "Anna"), new NewSource(new Uri("https://lind-echo.com/feed"), SourceKind.Feed, null), Ct);
        paper.Web.On("https://lind-echo.com/feed", Papers.Rss([1]));

        await Due(paper, paper.Web).RunAsync(Ct);

        var health = (await paper.Sources.ListAsync(VisitedPaper.Harbour, 0, 5, Ct)).Items.Select(source => source.Health).ToList();
        Assert.Equal([0, 1], health.Select(one => one.Failures).Order());
        Assert.All(health, one => Assert.True(one.NextVisit > paper.Clock.GetUtcNow()));
        Assert.Equal(["Pier 1 stays open"], await paper.TitlesAsync());
    }

    private static DueVisits Due(VisitedPaper paper, IFetcher web)
    {
        var reading = new ItemReading(web, paper.Clock, NullLogger<ItemReading>.Instance);
        var visit = new SourceVisit(web, paper.Queue, new OfferReading(web, paper.Clock), new OfferTaking(paper.Queue, reading, paper.Clock), paper.Clock);
        return new DueVisits(paper.Queue, visit, Options.Create(new SourcesOptions()), paper.Clock, NullLogger<DueVisits>.Instance);
    }

    /// <summary>One address never answers; whoever is asked otherwise has the round's other visit done.</summary>
    private sealed class HalfSilentWeb(string silent, TaskCompletionSource answered) : IFetcher
    {
        public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct)
        {
            if (request.Address.AbsoluteUri == silent)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            }

            answered.TrySetResult();
            return new FetchFailed(FetchFailure.NotFound, 404);
        }
    }
}
