using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Web;

/// <summary>The page's first bubble: how to begin with an empty archive, three things to try with a filled one.</summary>
public sealed class Greeting(IArticles articles, IPeople people)
{
    /// <summary>A person of the sample newsroom, to ask about before anything else is known.</summary>
    private const string SamplePerson = "varga";

    public async Task<Reply> WriteAsync(CancellationToken ct)
    {
        var count = await articles.CountAsync(CommunityId.DefaultSet, ct);
        if (count == 0)
        {
            return Reply.Ok(
                new Heading(Words.ArchiveEmpty),
                new Paragraph(Words.ArchiveEmptySamples),
                new Paragraph(Words.ArchiveEmptyIngest),
                new Note(PageWords.ThenTry)) with
            { Buttons = Rows(SamplePerson) };
        }

        var known = await people.CompleteAsync(CommunityId.DefaultSet, "", 1, ct);
        return Reply.Ok(new Heading(PageWords.Welcome(count)), new Paragraph(PageWords.TryThese)) with
        {
            Buttons = Rows(known.Count == 0 ? SamplePerson : known[0].Slug),
        };
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Rows(string person) =>
        [[.. new[] { $"/who {person}", $"/timeline {person}", "/digest" }.Select(line => new Button(line, line))]];
}
