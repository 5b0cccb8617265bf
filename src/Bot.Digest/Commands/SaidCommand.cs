using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/said: who said a phrase, when, and where it was printed.</summary>
public sealed class SaidCommand(IQuotes quotes, IPeople people, IArticles articles) : IChatCommand
{
    private const string Phrase = "phrase";
    private const string By = "by";
    private const int QuotesAPage = 3;

    public CommandSpec Spec => new("said", CommandWords.SaidSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Phrase, ArgumentKind.Words, CommandWords.SaidPhrase) { Positional = true, Required = true },
            new(By, ArgumentKind.Person, CommandWords.SaidBy),
            SharedArguments.Since,
            SharedArguments.Until,
            SharedArguments.PageNumber,
        ],
        Examples = ["/said \"east pier before winter\"", "/said never about money by:varga"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        PersonMatch? speaker = null;
        if (call.Text(By) is { } name)
        {
            var choice = await PersonChoice.MakeAsync(people, articles, call, name, slug => CommandText.Again(Spec, call, By, slug), ct);
            if (choice.Person is null)
            {
                return choice.Instead!;
            }

            speaker = choice.Person;
            call = call.With(By, speaker.Slug);
        }

        var phrase = call.Text(Phrase)!;
        var period = Period.Of(call);
        var filter = new QuoteFilter { By = speaker?.Id, Since = period.Since, Before = period.Before };
        var page = await PageOf<QuoteHit>.ReadAsync(
            call, QuotesAPage, (skip, take) => quotes.SaidAsync(call.Community, phrase, filter, skip, take, ct));
        return page.Hits.Items.Count == 0
            ? await NobodyAsync(call, phrase, ct)
            : new Reply
            {
                Blocks =
                [
                    new Heading(Words.SaidTitle(phrase), speaker is null ? null : speaker.Name),
                    .. page.Hits.Near ? [new Section(Words.SimilarWording)] : Array.Empty<Block>(),
                    .. page.Hits.Items.SelectMany(quote => QuoteBlock.Wordings(quote, call).Prepend(QuoteBlock.WithSpeaker(quote, call))),
                    .. page.Range is { } range ? [new Note(range)] : Array.Empty<Block>(),
                ],
                Buttons = ButtonRow.Of([.. page.Buttons(Spec, call), .. WrongButton.Of(page.Hits.Items.Select(ItemReference.Of))]),
                Page = page.Shown,
            };
    }

    private async Task<Reply> NobodyAsync(CommandCall call, string phrase, CancellationToken ct)
    {
        var nobody = Reply.Ok(new Paragraph(Words.NobodySaid(phrase, CommandText.Of(SearchCommand.Name, phrase))));
        return await EmptyArchive.OrAsync(articles, call, await UnreadLanguages.AddToAsync(articles, call, nobody, ct), ct);
    }
}
