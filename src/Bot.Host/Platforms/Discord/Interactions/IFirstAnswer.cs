using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>The way of an interaction's first answer, which has three seconds: a request of its own, or the answer to Discord's request.</summary>
public interface IFirstAnswer
{
    /// <summary>Answers, once.</summary>
    /// <returns>Anything but done means that nothing else will arrive either.</returns>
    Task<RestAnswer> SendAsync(InteractionAnswer answer, CancellationToken ct);
}

/// <summary>To what came by the gateway.</summary>
public sealed class RequestedAnswer(DiscordRest rest, Interaction interaction) : IFirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<RestAnswer> SendAsync(InteractionAnswer answer, CancellationToken ct)
    {
        // After a lost answer it comes again; that it is there already is as good.
        var given = await rest.SendAsync(Routes.Answer(interaction.Id, interaction.Token, answer), Patience, ct);
        return given is RestAnswer.Refused { Code: ErrorCode.AlreadyAnswered } ? new RestAnswer.Done(default) : given;
    }
}

/// <summary>To what came as a request of Discord's.</summary>
public sealed class InlineAnswer : IFirstAnswer
{
    private readonly TaskCompletionSource<InteractionAnswer> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the request is to be answered with.</summary>
    public Task<InteractionAnswer> Given => _given.Task;

    /// <summary>Nobody waits any more: what is answered from now on is known to be lost.</summary>
    /// <returns>False when it was answered before.</returns>
    public bool GiveUp() => _given.TrySetCanceled();

    public Task<RestAnswer> SendAsync(InteractionAnswer answer, CancellationToken ct) =>
        Task.FromResult<RestAnswer>(_given.TrySetResult(answer) ? new RestAnswer.Done(default) : new RestAnswer.Lost());
}
