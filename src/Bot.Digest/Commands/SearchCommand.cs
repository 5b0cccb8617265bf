using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/search: articles that hold some words, name a person or come from an outlet.</summary>
public sealed class SearchCommand(IArticles articles, IPeople people) : IChatCommand
{
    internal const string Name = "search";
    internal const string Person = "person";

    private const string Query = "words";
    private const string Source = "source";
    private const int ArticlesAPage = 5;

    public CommandSpec Spec => new(Name, CommandWords.SearchSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Query, ArgumentKind.Topic, CommandWords.SearchWords) { Positional = true, KeepsMarks = true },
            new(Person, ArgumentKind.Person, CommandWords.SearchPerson),
            new(Source, ArgumentKind.Source, CommandWords.SourceOption),
            SharedArguments.Since,
            SharedArguments.Until,
            SharedArguments.PageNumber,
        ],
        Examples = ["/search library map", "/search \"tender stopped\" person:varga since:30d"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (words, name, source) = (call.Text(Query), call.Text(Person), call.Text(Source));
        if (words is null && name is null && source is null)
        {
            return Reply.Problem(Words.Missing(Query, Spec.Examples[0]));
        }

        PersonMatch? person = null;
        if (name is not null)
        {
            var choice = await PersonChoice.MakeAsync(people, articles, call, name, slug => CommandText.Again(Spec, call, Person, slug), ct);
            if (choice.Person is null)
            {
                return choice.Instead!;
            }

            person = choice.Person;
            call = call.With(Person, person.Slug);
        }

        var period = Period.Of(call);
        var filter = new ArticleFilter { Person = person?.Id, Source = source, Since = period.Since, Before = period.Before };
        var page = await PageOf<ArticleHit>.ReadAsync(
            call, ArticlesAPage, (skip, take) => articles.SearchAsync(call.Community, words ?? string.Empty, filter, skip, take, ct));
        var title = string.Join(" · ", new[] { words, person?.Name, source }.Where(part => part is not null));
        return page.Hits.Items.Count == 0
            ? await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NoArticles(title))), ct)
            : new Reply
            {
                Blocks =
                [
                    new Heading(title, Count(page.Hits)),
                    .. page.Hits.Near ? [new Note(Words.NearArticles)] : Array.Empty<Block>(),
                    .. page.Hits.Items.Select(hit => ArticleEntry.Of(hit, call, Detail(hit))),
                ],
                Buttons = ButtonRow.Of([.. page.Buttons(Spec, call), .. WrongButton.Of(page.Hits.Items.Select(hit => ItemReference.Of(hit.Citation)))]),
                Page = page.Shown,
            };
    }

    /// <summary>"12 articles", and of how many stories where some stand behind others.</summary>
    private static string Count(Hits<ArticleHit> hits)
    {
        var all = hits.Total + hits.Behind;
        var articles = hits.IsMore ? Words.ArticleCountMore(all) : Words.ArticleCount(all);
        return hits.Behind == 0 ? articles : $"{articles} · {StoryWords.StoryCount(hits.Total)}";
    }

    /// <summary>The passage, and how much more of its story fits.</summary>
    private static RichText? Detail(ArticleHit hit)
    {
        var excerpt = ArticleEntry.Excerpt(hit);
        if (hit.Story is not { Others: > 0 } story)
        {
            return excerpt;
        }

        RichText more = [new Subtle(StoryWords.MoreInStory(story.Others) + " · "), StoryLines.Number(story.Id)];
        return excerpt is null ? more : [.. excerpt, new Subtle(" "), .. more];
    }
}
