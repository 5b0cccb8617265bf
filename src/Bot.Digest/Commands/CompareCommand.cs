using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/compare: what two people said about a topic, in turn, oldest to newest.</summary>
public sealed class CompareCommand(IPeople people, IQuotes quotes, IArticles articles) : IChatCommand
{
    internal const string Name = "compare";

    private const string People = "people";
    private const string About = "about";
    private const int QuotesAPage = 6;

    /// <summary>The newest statements of each that are told.</summary>
    private const int MostOfEach = 60;

    public CommandSpec Spec => new(Name, CommandWords.CompareSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(People, ArgumentKind.People, CommandWords.ComparePeople) { Positional = true, Required = true, KeepsMarks = true },
            new(About, ArgumentKind.Topic, CommandWords.CompareAbout) { Required = true },
            SharedArguments.Since,
            SharedArguments.Until,
            SharedArguments.PageNumber,
        ],
        Examples = ["/compare ilse-varga dang-bich-hoa about:pier", "/compare \"Ilse Varga\" \"Dang Bich Hoa\" about:\"east pier\" since:2026"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (Names(call.Text(People)!) is not [var one, var other])
        {
            return Reply.Problem(Words.CompareTwo(Spec.Examples[1]));
        }

        var first = await ChooseAsync(call, one, slug => [slug, other], ct);
        if (first.Person is not { } left)
        {
            return first.Instead!;
        }

        var second = await ChooseAsync(call, other, slug => [left.Slug, slug], ct);
        if (second.Person is not { } right)
        {
            return second.Instead!;
        }

        if (left.Id == right.Id)
        {
            return Reply.Problem(Words.CompareSame(left.Name, CommandText.Of(WhoCommand.Name, left.Slug)));
        }

        var settled = call.With(People, Typed([left.Slug, right.Slug]));
        return await TellAsync(settled, left, right, [.. new[] { first.Remark, second.Remark }.OfType<RichText>()], ct);
    }

    private Task<PersonChoice> ChooseAsync(CommandCall call, string name, Func<string, string[]> names, CancellationToken ct) =>
        PersonChoice.MakeAsync(people, articles, call, name, slug => CommandText.Again(Spec, call, People, Typed(names(slug))), ct);

    private async Task<Reply> TellAsync(CommandCall call, PersonMatch left, PersonMatch right, IReadOnlyList<RichText> remarks, CancellationToken ct)
    {
        var (ones, others) = (await OfAsync(call, left.Id, ct), await OfAsync(call, right.Id, ct));
        if (ones.Total + others.Total == 0)
        {
            return Reply.Ok(new Paragraph(Words.CompareNothing(left.Name, right.Name, CommandText.Of(SearchCommand.Name, call.Text(About)))));
        }

        var all = ones.Items.Concat(others.Items).OrderBy(quote => quote.Citation.Published).ThenBy(quote => quote.Id.Value).ToList();
        var page = await PageOf<QuoteHit>.ReadAsync(
            call, QuotesAPage, (skip, take) => Task.FromResult(new Hits<QuoteHit>([.. all.Skip(skip).Take(take)], all.Count)));
        return new Reply
        {
            Blocks =
            [
                new Heading(Words.CompareTitle(left.Name, right.Name), call.Text(About)),
                .. remarks.Select(remark => new Note(remark)),
                new Note($"{Count(left, ones)} · {Count(right, others)}"),
                .. InTurn(page.Hits.Items, call),
                .. page.Range is { } range ? [new Note(range)] : Array.Empty<Block>(),
            ],
            Buttons = ButtonRow.Of(
            [
                .. page.Buttons(Spec, call),
                .. new[] { left, right }.Select(person => new Button(person.Name, CommandText.Of(WhoCommand.Name, person.Slug, (About, call.Text(About))))),
                .. WrongButton.Of(page.Hits.Items.Select(ItemReference.Of)),
            ]),
            Page = page.Shown,
        };
    }

    private Task<Hits<QuoteHit>> OfAsync(CommandCall call, PersonId person, CancellationToken ct)
    {
        var period = Period.Of(call);
        var filter = new QuoteFilter { By = person, About = call.Text(About), Since = period.Since, Before = period.Before };
        return quotes.OfPersonAsync(call.Community, filter, 0, MostOfEach, ct);
    }

    private static string Count(PersonMatch person, Hits<QuoteHit> hits)
    {
        var isMore = hits.IsMore || hits.Total > hits.Items.Count;
        return Words.CompareCount(person.Name, isMore ? Words.QuoteCountMore(hits.Items.Count) : Words.QuoteCount(hits.Items.Count));
    }

    /// <summary>The quotes one under the other, which a phone has room for, each day named once.</summary>
    private static IEnumerable<Block> InTurn(IEnumerable<QuoteHit> told, CommandCall call) => told
        .GroupBy(quote => call.DayOf(quote.Citation.Published))
        .SelectMany(day => day.Select(Block (quote) => QuoteBlock.WithSpeaker(quote, call)).Prepend(new Section(DayWords.Of(day.Key, call.Today))));

    private static string Typed(string[] names) => string.Join(' ', names.Select(name => name.Contains(' ', StringComparison.Ordinal) ? CommandText.Quote(name) : name));

    /// <summary>Each quoted run and each bare word is a name, or what stands on both sides of "and"; four bare words are two full names.</summary>
    private static List<string> Names(string typed)
    {
        var (parts, isBare) = (new List<string>(), true);
        for (var at = 0; at < typed.Length;)
        {
            var isQuoted = QuotationMarks.IsOpening(typed[at]);
            var space = typed.IndexOf(' ', at);
            var (part, end) = isQuoted ? QuotationMarks.Read(typed, at) : space < 0 ? (typed[at..], typed.Length) : (typed[at..space], space + 1);
            isBare &= !isQuoted;
            at = end;
            if (part.Length > 0)
            {
                parts.Add(part);
            }
        }

        var words = CommandWords.BetweenNames.Split(' ');
        var between = parts.FindIndex(part => words.Contains(part, StringComparer.OrdinalIgnoreCase));
        return between > 0 && between < parts.Count - 1 ? [string.Join(' ', parts[..between]), string.Join(' ', parts[(between + 1)..])]
            : isBare && parts.Count == 4 ? [$"{parts[0]} {parts[1]}", $"{parts[2]} {parts[3]}"]
            : parts;
    }
}
