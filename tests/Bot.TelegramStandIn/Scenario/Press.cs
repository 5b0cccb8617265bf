using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;

namespace Bot.TelegramStandIn.Scenario;

/// <summary>What somebody sees after a press.</summary>
/// <param name="Text">Null when the button only stops turning.</param>
/// <param name="IsAlert">Whether it has to be closed.</param>
/// <param name="Link">What is opened; null for nothing.</param>
public sealed record PressAnswer(string? Text, bool IsAlert, string? Link);

/// <summary>A pressed button.</summary>
public sealed class Press
{
    private readonly Query _query;

    internal Press(Query query) => _query = query;

    /// <summary>Waits until the bot answers.</summary>
    public async Task<PressAnswer> AnsweredAsync(CancellationToken ct)
    {
        var call = await _query.Answer.Task.WaitAsync(ct);
        return new(call.Text("text"), call.Flag("show_alert"), call.Text("url"));
    }
}

/// <summary>What was typed behind the bot's name.</summary>
public sealed class Question
{
    private readonly Query _query;

    internal Question(Query query) => _query = query;

    /// <summary>Waits until the bot answers, and gives its results as they came.</summary>
    public async Task<IReadOnlyList<JsonObject>> AnsweredAsync(CancellationToken ct)
    {
        var call = await _query.Answer.Task.WaitAsync(ct);
        return [.. (call.List("results") ?? []).Select(result => result!.AsObject())];
    }
}
