using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Methods;
using Bot.TelegramStandIn.Specification;

namespace Bot.TelegramStandIn.Wire;

/// <summary>From a request to its answer: both are held against the specification, and what is wrong is kept.</summary>
internal sealed class Dispatch(World world)
{
    private readonly SchemaCheck _check = new(ApiSpecification.Current);
    private readonly Polling _polling = new(world);

    /// <summary>Answers one request.</summary>
    /// <param name="method">Null when there is no such method.</param>
    public async Task<ApiAnswer> AnswerAsync(ApiMethod? method, ApiCall call, CancellationToken ct)
    {
        if (method is null)
        {
            world.Report("bot", call.Method, [new("", "is not a method")]);
            return new(404, null, "Not Found: method not found");
        }

        world.Report("bot", call.Method, _check.Request(method, call.Fields));
        var answer = method.Name == "getUpdates" ? await _polling.AnswerAsync(call, ct) : Play(method, call);
        if (answer.Status == 200)
        {
            world.Report("stand-in", call.Method, _check.Answer(method, answer.Result));
        }

        return answer;
    }

    private ApiAnswer Play(ApiMethod method, ApiCall call)
    {
        if (Handlers.Find(method.Name) is not { } handler)
        {
            world.Report("stand-in", call.Method, [new("", "is not played")]);
            return new(400, null, "Bad Request: the stand-in does not play this method");
        }

        lock (world.Gate)
        {
            try
            {
                Limit(method, call);
                return handler(world, call);
            }
            catch (RefusalException refusal)
            {
                return refusal.Answer;
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or InvalidCastException)
            {
                // A field was of a type that the method can't read: the check has said so.
                return new(400, null, "Bad Request: can't parse a field of the request");
            }
        }
    }

    private void Limit(ApiMethod method, ApiCall call)
    {
        // What is shown to people counts; asking, and signs of typing, do not.
        var counts = method.Name != "sendChatAction" && (method.Name.StartsWith("send", StringComparison.Ordinal) || method.Name.StartsWith("editMessage", StringComparison.Ordinal));
        if (counts && call.Number("chat_id") is { } id && world.Chats.GetValueOrDefault(id) is { } chat && world.Rates.Take(chat) is { } seconds)
        {
            world.Refused429++;
            throw RefusalException.TooMany(seconds);
        }
    }
}
