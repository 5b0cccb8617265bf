using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Fetches updates for as long as the service runs. An update is confirmed to the server when everything that follows from it is stored and said, so that one on
/// its way when the program is killed comes again.
/// </summary>
public sealed class TelegramPolling(
    TelegramBot bot, TelegramMenu menu, UpdateLanes lanes, PollPosition position, TelegramTroubles troubles, TimeProvider clock)
    : BackgroundService
{
    /// <summary>Seconds; the server's own limit is fifty.</summary>
    private const int LongPoll = 45;

    /// <summary>While something is being answered, the server would hand out the same again at once.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private DateTimeOffset _heard = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isKnown = false;
        UpdateWindow? window = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                window ??= new UpdateWindow(await position.ReadAsync(stoppingToken));
                if (!isKnown)
                {
                    await menu.StartAsync(stoppingToken);
                    isKnown = true;
                }

                await PollAsync(window, stoppingToken);
                troubles.Over();
            }
            catch (RequestException failure) when (failure.IsUnknownBot())
            {
                troubles.SayUnknownBot();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, the chats are not to be deaf afterwards.
                await troubles.WaitAsync(failure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return; // Told to stop.
            }
        }
    }

    /// <summary>One look at what the server has.</summary>
    private async Task PollAsync(UpdateWindow window, CancellationToken ct)
    {
        await position.WriteAsync(window.Offset, ct);
        var isIdle = window.IsIdle;
        var updates = await bot.TryAsync(new RawUpdates { Offset = window.Offset, Timeout = isIdle ? LongPoll : 0 }, ct);
        var begun = updates.Select(RawUpdates.Read).Where(update => window.TryTake(update.Number)).Select(update => ReadAsync(window, update.Number, update.Update, ct)).ToList();
        if (begun.Count > 0)
        {
            _heard = clock.GetUtcNow();
        }
        else if (isIdle)
        {
            ForgetNumbers(window);
            return;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pause = Task.Delay(BetweenLooks, clock, enough.Token);
        await (begun.Count > 0 ? Task.WhenAny(Task.WhenAll(begun), pause) : pause);
        await enough.CancelAsync();
    }

    private void ForgetNumbers(UpdateWindow window)
    {
        if (clock.GetUtcNow() - _heard > PollPosition.Good)
        {
            window.ForgetNumbers();
            _heard = clock.GetUtcNow();
        }
    }

    private async Task ReadAsync(UpdateWindow window, int number, Update? update, CancellationToken ct)
    {
        if (update is null)
        {
            troubles.SayUnreadable(number);
        }
        else
        {
            await lanes.ReadAsync(update, ct);
        }

        window.Finish(number);
    }
}
