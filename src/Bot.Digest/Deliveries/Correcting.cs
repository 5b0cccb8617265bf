using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>
/// Puts right what was posted lately and is wrong by now, as the archive stands. It may be ended at any moment: what was not written down is found
/// again.
/// </summary>
/// <param name="onDefect">Told of an exception that kept a digest from being put right; the others go on.</param>
public sealed class Correcting(
    IPostedDigests posted, IQuotes quotes, IEnumerable<IChatPlatform> platforms, TimeProvider clock, Action<ChangedDigest, Exception> onDefect)
{
    /// <summary>Older posts stay as they are: nobody looks at them, and not every platform lets them be edited (Telegram: 48 hours).</summary>
    private static readonly TimeSpan Edited = TimeSpan.FromHours(48);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    /// <summary>Puts all right that changed. What could not be put right this time is looked at again the next time.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        ArticleId? after = null;
        while (await posted.ChangedAsync(clock.GetUtcNow() - DigestWriting.Remembered, after, ct) is { Through: [.., var last] } changed)
        {
            var (corrected, left) = (new List<CorrectedDigest>(), new HashSet<ArticleId>());
            foreach (var digest in changed.Digests)
            {
                try
                {
                    corrected.AddRange(await CorrectAsync(digest, ct));
                }
                catch (Exception defect) when (defect is not OperationCanceledException)
                {
                    onDefect(digest, defect);
                    left.UnionWith(digest.Changed.Select(item => item.Item.Item.Article));
                }
            }

            await posted.CorrectAsync(corrected, [.. changed.Through.Where(one => !left.Contains(one.Article))], ct);
            after = last.Article;
        }
    }

    /// <summary>Nothing where nothing is wrong, or where the platform is not set up now.</summary>
    private async Task<IReadOnlyList<CorrectedDigest>> CorrectAsync(ChangedDigest digest, CancellationToken ct)
    {
        if (!_platforms.TryGetValue(digest.Platform, out var platform))
        {
            return [];
        }

        // Flows into the words and ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = InterfaceLanguages.Of(digest.Shown.Language);
        var articles = digest.Changed.Where(item => item.Item.Kind == ShownKind.Quote).Select(item => item.Item.Item.Article).Distinct().ToList();
        var now = articles.Count == 0 ? [] : await quotes.InArticlesAsync(digest.Reader, articles, ct);
        return PostedCheck.Of(digest, now.DistinctBy(ItemReference.Of).ToDictionary(ItemReference.Of)) is var (shown, corrections)
            ? [new CorrectedDigest(digest.Slots, shown, Render(shown.Reply), Render(Reply.Ok(new Note(CorrectionWords.PartTaken)))[0], corrections)
            {
                EditableSince = clock.GetUtcNow() - Edited,
            }]
            : [];

        IReadOnlyList<string> Render(Reply reply) => platform.Render(reply, CultureInfo.CurrentUICulture);
    }
}
