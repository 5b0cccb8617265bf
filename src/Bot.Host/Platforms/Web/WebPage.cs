using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Web;

/// <summary>The documents that browsers get: the conversation, and the door where an access key is asked for.</summary>
public sealed class WebPage(WebAssets assets, TimeZoneInfo zone)
{
    /// <summary>Longest line that the box takes; the longest command is shorter.</summary>
    public const int LongestLine = 1000;

    /// <summary>The whole conversation.</summary>
    /// <param name="token">The visitor's anti-forgery token.</param>
    /// <param name="greeting">The first bubble.</param>
    public string Conversation(string token, Reply greeting, IReadOnlyList<Turn> turns) => Document(
        $"""
        <header>
        <img src="{assets.Icon}" alt="" width="40" height="40">
        <div><h1>{PageWords.Title}</h1><p>{PageWords.Subtitle}</p></div>
        <form method="post" action="/clear"><input type="hidden" name="token" value="{token}"><button class="quiet" title="{PageWords.ClearHint}">{PageWords.Clear}</button></form>
        </header>
        <main id="log" role="log" aria-label="{PageWords.Conversation}" tabindex="-1" data-posted="{turns.Select(turn => turn.Post).DefaultIfEmpty().Max()}">
        <article class="turn">{Answer(greeting, Form(token, 0), "ask-0", null)}</article>
        {Markup.Of(turns.Select(turn => Message(turn, token)))}
        </main>
        <footer>
        <form id="ask" method="post" action="/ask" autocomplete="off">
        <input type="hidden" name="token" value="{token}">
        <label class="unseen" for="line">{PageWords.Ask}</label>
        <div class="box"><ul id="suggestions" role="listbox" aria-label="{PageWords.Suggestions}" hidden></ul>
        <input id="line" name="line" type="text" maxlength="{LongestLine}" placeholder="{PageWords.Placeholder}" autocapitalize="none" spellcheck="false" enterkeyhint="send" autofocus required></div>
        <button class="send" aria-label="{PageWords.Send}"><span aria-hidden="true">↑</span></button>
        </form>
        <p class="hint">{PageWords.Keys}</p>
        <details class="import"><summary>{PageWords.ImportFeeds}</summary>
        <form method="post" action="/import" enctype="multipart/form-data">
        <input type="hidden" name="token" value="{token}">
        <input name="file" type="file" accept=".opml,.xml" aria-label="{PageWords.ImportFeeds}" required>
        <button class="quiet">{PageWords.Import}</button>
        </form></details>
        </footer>
        <p id="status" class="unseen" role="status" data-busy="{PageWords.Busy}" data-lost="{PageWords.Lost}" data-count="{PageWords.SuggestionCount}"></p>
        """,
        assets.Script);

    /// <summary>One turn, for the script to put into the page.</summary>
    public Markup Message(Turn turn, string token)
    {
        var form = string.Create(CultureInfo.InvariantCulture, $"ask-{turn.Number}");
        return
            $"""
            <article class="turn" id="turn-{turn.Number}" tabindex="-1">
            {(turn.Asked.Length == 0 ? default : (Markup)$"<p class=\"asked\" dir=\"auto\"><span class=\"unseen\">{PageWords.YouAsked} </span>{turn.Asked}</p>")}
            {Answer(turn.Reply, Form(token, turn.Number), form, turn.At)}
            </article>
            """;
    }

    /// <summary>Asks for the access key.</summary>
    /// <param name="problem">Why the last one was not taken.</param>
    public string Door(string token, string? problem) => Document(
        $"""
        <main class="door">
        <img src="{assets.Icon}" alt="" width="64" height="64">
        <h1>{PageWords.Title}</h1>
        <form method="post" action="/key">
        <input type="hidden" name="token" value="{token}">
        <label for="key">{PageWords.AccessKey}</label>
        <input id="key" name="key" type="password" autocomplete="current-password" autofocus required>
        <button>{PageWords.Open}</button>
        </form>
        {(problem is null ? default : (Markup)$"<p class=\"problem\" role=\"alert\">{problem}</p>")}
        </main>
        """,
        script: null);

    private Markup Answer(Reply reply, Markup form, string formId, DateTimeOffset? at) =>
        $"""
        <div class="answer"><div class="bubble{(reply.Kind == ReplyKind.Problem ? " problem" : "")}">
        <span class="unseen">{PageWords.Title}: </span>{new WebRenderer(formId).Render(reply)}{form}
        </div>{Clock(at)}</div>
        """;

    private static Markup Form(string token, int turn) =>
        $"""
        <form id="ask-{turn}" method="post" action="/ask"><input type="hidden" name="token" value="{token}"><input type="hidden" name="turn" value="{turn}"></form>
        """;

    private Markup Clock(DateTimeOffset? at) => at is not { } moment
        ? default
        : (Markup)$"<time datetime=\"{moment.ToString("O", CultureInfo.InvariantCulture)}\">{TimeZoneInfo.ConvertTime(moment, zone).ToString("HH:mm", CultureInfo.InvariantCulture)}</time>";

    private string Document(Markup body, string? script) => ((Markup)
        $"""
        <!DOCTYPE html>
        <html lang="{PageWords.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
        <meta name="color-scheme" content="light dark">
        <title>{PageWords.Title}</title>
        <link rel="icon" href="{assets.Icon}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.Style}">
        {(script is null ? default : (Markup)$"<script type=\"module\" src=\"{script}\"></script>")}
        </head>
        <body>
        {body}
        </body>
        </html>
        """).ToString();
}
