using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Fetches updates for as long as the service runs. An update is confirmed to the server when everything that follows from it is stored and said, so that one on
/// its way when the program is killed comes again.
/// </summary>
public sealed partial class TelegramPolling(
    TelegramBot bot, TelegramMenu menu, UpdateLanes lanes, PollPosition position, PollTroubles troubles, TimeProvider clock, ILogger<TelegramPolling> logger)
    : BackgroundService
{
    /// <summary>Seconds; the server's own limit is fifty.</summary>
    private const int LongPoll = 45;

    /// <summary>While something is being answered, the server would hand out the same again at once.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var window = new UpdateWindow(await position.ReadAsync(stoppingToken));
            var (heard, isKnown) = (clock.GetUtcNow(), false);
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    if (!isKnown)
                    {
                        await menu.StartAsync(stoppingToken);
                        isKnown = true;
                    }

                    heard = await PollAsync(window, stoppingToken) ? clock.GetUtcNow() : heard;
                    troubles.Over();
                }
                catch (RequestException failure) when (!failure.IsUnknownBot())
                {
                    await Task.Delay(troubles.WaitAfter(failure), clock, stoppingToken);
                }

                if (clock.GetUtcNow() - heard > PollPosition.Good)
                {
                    window.ForgetNumbers();
                }
            }
        }
        catch (RequestException)
        {
            LogUnknownBot();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>One look at what the server has.</summary>
    /// <returns>Whether it had anything new.</returns>
    private async Task<bool> PollAsync(UpdateWindow window, CancellationToken ct)
    {
        await position.WriteAsync(window.Offset, ct);
        var isIdle = window.IsIdle;
        var updates = await bot.TryAsync(new RawUpdates { Offset = window.Offset, Timeout = isIdle ? LongPoll : 0 }, ct);
        var begun = updates.Select(RawUpdates.Read).Where(update => window.TryTake(update.Number)).Select(update => ReadAsync(window, update.Number, update.Update, ct)).ToList();
        if (begun.Count == 0 && isIdle)
        {
            return false;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(Task.WhenAll(begun), Task.Delay(BetweenLooks, clock, enough.Token));
        await enough.CancelAsync();
        return begun.Count > 0;
    }

    private async Task ReadAsync(UpdateWindow window, int number, Update? update, CancellationToken ct)
    {
        if (update is null)
        {
            LogUnreadable(number);
        }
        else
        {
            await lanes.ReadAsync(update, ct);
        }

        window.Finish(number);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} of Telegram has a form that this version cannot read; it is left out")]
    private partial void LogUnreadable(int update);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram does not know the token in Telegram:Token, so nothing is read or posted there: copy it again from @BotFather, put it into the settings and start again")]
    private partial void LogUnknownBot();
}
