using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Where something was printed, as every line of a reply shows it.</summary>
internal static class Citations
{
    /// <summary>The outlet's name as a link to the article; where the article has no web address, to its card.</summary>
    public static Inline Outlet(Citation citation) => Linked(citation.Outlet, citation);

    /// <summary>The title as a link to the article.</summary>
    public static Inline Title(Citation citation) => Linked(citation.Title, citation);

    /// <summary>"Coast Wire, 9 May · /article 12".</summary>
    public static RichText OutletAndDay(Citation citation, CommandCall call) =>
    [
        Outlet(citation),
        .. DayAndNumber(citation, call),
    ];

    /// <summary>What stands after an outlet: ", 9 May · /article 12".</summary>
    public static RichText DayAndNumber(Citation citation, CommandCall call) =>
    [
        new Subtle($", {DayWords.Of(call.DayOf(citation.Published), call.Today)}{Withdrawn(citation)} · "),
        Number(citation),
    ];

    /// <summary>" · withdrawn by the publisher" beside everything that was taken from such an article; else nothing.</summary>
    public static string Withdrawn(Citation citation) => citation.WithdrawnAt is null ? "" : Words.Withdrawn;

    /// <summary>The command of the article's card, written out: not every platform lets one press words.</summary>
    public static Inline Number(Citation citation) => Number(citation.Article);

    /// <inheritdoc cref="Number(Citation)"/>
    public static Inline Number(ArticleId article) => new CommandLink(Card(article), Card(article));

    /// <summary>The command that shows what is known of the article.</summary>
    public static string Card(Citation citation) => Card(citation.Article);

    private static string Card(ArticleId article) => CommandText.Of(ArticleCommand.Name, article.Value.ToString(CultureInfo.InvariantCulture));

    private static Inline Linked(string text, Citation citation) =>
        citation.Address is { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? new Link(text, address)
            : new CommandLink(text, Card(citation));
}
