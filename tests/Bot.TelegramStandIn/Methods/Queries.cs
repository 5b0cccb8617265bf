using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Answers to presses of buttons and to inline questions: each once, and in time.</summary>
internal static class Queries
{
    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["answerCallbackQuery"] = (world, call) => Answer(world, call, "callback_query_id"),
        ["answerInlineQuery"] = (world, call) => Answer(world, call, "inline_query_id"),
    };

    private static ApiAnswer Answer(World world, ApiCall call, string field)
    {
        if (call.List("results") is { Count: > 50 })
        {
            throw RefusalException.Bad("RESULTS_TOO_MUCH");
        }

        // After the first answer it is gone, as it is after its time.
        if (!world.Queries.Remove(call.Text(field) ?? "", out var query) || world.Clock.GetUtcNow() > query.Until)
        {
            throw RefusalException.Bad("query is too old and response timeout expired or query ID is invalid");
        }

        query.Answer.SetResult(call);
        return ApiAnswer.True;
    }
}
