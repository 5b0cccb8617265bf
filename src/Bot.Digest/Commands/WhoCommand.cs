using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/who: a person's card, with what they said.</summary>
public sealed class WhoCommand(IPeople people, IQuotes quotes, IArticles articles) : IChatCommand
{
    internal const string Name = "who";

    private const string Person = "person";
    private const string About = "about";
    private const string Show = "show";
    private const string Possible = "possible";
    private const string Wordings = "wordings";
    private const int QuotesAPage = 3;
    private const int MostForms = 4;

    public CommandSpec Spec => new(Name, CommandWords.WhoSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CommandWords.WhoPerson) { Positional = true, Required = true },
            new(About, ArgumentKind.Topic, CommandWords.WhoAbout),
            SharedArguments.Since,
            SharedArguments.Until,
            new(Show, ArgumentKind.Choice, CommandWords.WhoShow) { Choices = [Possible, Wordings] },
            SharedArguments.PageNumber,
        ],
        Examples = ["/who varga", "/who ilse-varga about:\"east pier\" since:2026-05"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var choice = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Again(Spec, call, Person, slug), ct);
        if (choice.Person is not { } person)
        {
            return choice.Instead!;
        }

        if (await people.CardAsync(call.Community, person.Id, ct) is not { } card)
        {
            return Reply.Ok(new Paragraph(Words.Nobody(person.Name, CommandText.Of(SearchCommand.Name, person.Name))));
        }

        // From here on the call names the person it found, so that its buttons do not have to choose again.
        var settled = call.With(Person, card.Slug);
        var page = await PageOf<QuoteHit>.ReadAsync(
            settled, QuotesAPage, (skip, take) => quotes.OfPersonAsync(call.Community, Filter(settled, card.Id), skip, take, ct));
        return new Reply
        {
            Blocks = [.. Head(card, choice.Remark, call), .. Said(settled, card, page)],
            Buttons = [[.. Buttons(settled, card, page)]],
            Page = page.Shown,
        };
    }

    private static QuoteFilter Filter(CommandCall call, PersonId person)
    {
        var period = Period.Of(call);
        return new QuoteFilter
        {
            By = person,
            About = call.Text(About),
            Since = period.Since,
            Before = period.Before,
            Possible = IsPossible(call),
        };
    }

    private static bool IsPossible(CommandCall call) => call.Text(Show) == Possible;

    private static bool IsNarrowed(CommandCall call) => call.Arguments.Keys.Any(name => name is About or "since" or "until");

    private static IEnumerable<Block> Head(PersonCard card, RichText? remark, CommandCall call)
    {
        var forms = OtherForms(card);
        yield return new Heading(card.Name, forms.Length > 0 ? forms : null);
        if (remark is not null)
        {
            yield return new Note(remark);
        }

        if (card.Roles.Count > 0)
        {
            var role = card.Roles[0];
            yield return new Paragraph(
            [
                new Plain(Capitals.First(role.Text) + " "),
                new CommandLink(Words.AsOf(DayWords.Of(role.AsOf, call.Today)), CommandText.Of(ArticleCommand.Name, $"{role.Article.Value}")),
            ]);
        }

        if (card.Note is { } note)
        {
            yield return new Note(note);
        }

        yield return new Note(card.Quotes == 0
            ? Words.NamedIn(card.Mentions)
            : $"{Words.QuoteCount(card.Quotes)} · {Words.PublisherCount(card.Publishers)} · {Words.NamedIn(card.Mentions)}");
    }

    /// <summary>Forms that tell more than the name does: another script, another spelling, a nickname; not the surname alone.</summary>
    private static string OtherForms(PersonCard card)
    {
        var known = card.Name.Split([' ', '-']);
        return string.Join(" · ", card.Aliases
            .Where(alias => !alias.Split([' ', '-']).All(word => known.Contains(word, StringComparer.OrdinalIgnoreCase)))
            .Take(MostForms));
    }

    private static IEnumerable<Block> Said(CommandCall call, PersonCard card, PageOf<QuoteHit> page)
    {
        if (IsPossible(call))
        {
            yield return new Section(Words.PossiblyTheirs);
        }

        if (page.Hits.Items.Count == 0)
        {
            yield return new Paragraph(
                !IsNarrowed(call) || card.Quotes == 0 ? Words.NoQuotes : Words.NoQuotesThere(CommandText.Of(Name, card.Slug)));
        }

        foreach (var quote in page.Hits.Items)
        {
            yield return QuoteBlock.Of(quote, call);
            foreach (var wording in call.Text(Show) == Wordings ? QuoteBlock.Wordings(quote, call) : [])
            {
                yield return wording;
            }
        }

        if (Foot(call, card, page) is { Length: > 0 } foot)
        {
            yield return new Note(foot);
        }
    }

    private static string Foot(CommandCall call, PersonCard card, PageOf<QuoteHit> page)
    {
        var possible = card.Possible == 0 || IsPossible(call) ? null : Words.PossiblyTheirsNotShown(card.Possible);
        return string.Join(" · ", new[] { page.Range, possible }.Where(part => part is not null));
    }

    private IEnumerable<Button> Buttons(CommandCall call, PersonCard card, PageOf<QuoteHit> page)
    {
        foreach (var button in page.Buttons(Spec, call))
        {
            yield return button;
        }

        if (IsNarrowed(call) || call.Text(Show) is not null)
        {
            yield return new Button(Words.ButtonAllQuotes, CommandText.Of(Name, card.Slug));
        }

        if (call.Text(Show) is null && page.Hits.Items.Any(quote => quote.Wordings.Count > 0))
        {
            yield return new Button(Words.ButtonWordings, CommandText.Again(Spec, call.With(Show, Wordings), SharedArguments.Page, page.Number > 1 ? page.Number : null));
        }

        if (card.Possible > 0 && !IsPossible(call))
        {
            // The number is that of all, so the button leads to all, however the card is narrowed.
            yield return new Button(Words.ButtonPossible(card.Possible), CommandText.Of(Name, card.Slug, (Show, Possible)));
        }

        yield return new Button(Words.ButtonAbout, CommandText.Of(SearchCommand.Name, null, (SearchCommand.Person, card.Slug)));
        yield return new Button(Words.ButtonTimeline, CommandText.Of(TimelineCommand.Name, card.Slug));
        if (page.Hits.Items.Count > 0)
        {
            yield return new Button(WhyWords.Button, CommandText.Of(WhyCommand.Name, string.Join(' ', page.Hits.Items.Select(ItemReference.Of))));
        }

        foreach (var button in WrongButton.Of(page.Hits.Items.Select(ItemReference.Of)))
        {
            yield return button;
        }
    }
}
