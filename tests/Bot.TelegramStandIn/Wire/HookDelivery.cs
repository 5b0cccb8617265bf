using System.Text;
using Bot.TelegramStandIn.Chats;

namespace Bot.TelegramStandIn.Wire;

/// <summary>Sends updates to a webhook, one after the other, each again until it is taken.</summary>
internal sealed class HookDelivery : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromSeconds(1);

    private readonly World _world;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource _changed = New();
    private readonly Task _work;

    public HookDelivery(World world)
    {
        _world = world;
        world.HookChanged = () => Interlocked.Exchange(ref _changed, New()).TrySetResult();
        _work = RunAsync();
    }

    /// <summary>The statuses that came back, in order.</summary>
    public Journal<int> Statuses { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _client.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var changed = _changed.Task;
                if (_world.Hook is not { } hook)
                {
                    await changed.WaitAsync(_end.Token);
                    continue;
                }

                await Task.WhenAny(_world.Updates.Grew, changed).WaitAsync(_end.Token);
                if (_world.Hook == hook && _world.Updates.Peek(1) is [var update])
                {
                    await DeliverAsync(hook, (int)update["update_id"]!, update.ToJsonString());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The stand-in ends.
        }
    }

    private async Task DeliverAsync(Hook hook, int id, string update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _world.Options.WebhookRoute?.Invoke(hook.Address) ?? hook.Address)
        {
            Content = new StringContent(update, Encoding.UTF8, "application/json"),
        };
        if (hook.Secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", hook.Secret);
        }

        var status = await StatusAsync(request);
        if (status is >= 200 and < 300)
        {
            _world.Updates.Confirm(id + 1L);
            Statuses.Add(status);
            return;
        }

        Statuses.Add(status);
        await Task.Delay(PauseAfterRefusal, _world.Clock, _end.Token);
    }

    /// <summary>0 when nobody answered.</summary>
    private async Task<int> StatusAsync(HttpRequestMessage request)
    {
        try
        {
            using var response = await _client.SendAsync(request, _end.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
