using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/wrong: asks what is wrong with something that was shown, and tells the admins.</summary>
public sealed class WrongCommand(IArticles articles, IQuotes quotes, IEvents events, IReports reports) : IChatCommand
{
    internal const string Name = "wrong";

    /// <summary>Things that one member may report in 24 hours, those not counted that are settled.</summary>
    public const int MostADay = 20;

    private const string Items = "items";
    private const string Kind = "kind";
    private const int MostItems = 20;
    private const int MostQuotes = 8;
    private const int NumbersARow = 5;

    private static readonly (ReportKind Kind, string Typed)[] _kinds =
        [(ReportKind.Person, "person"), (ReportKind.Words, "words"), (ReportKind.Date, "date"), (ReportKind.Story, "story")];

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Wrong, Access.Everyone, CommandGroup.Corrections)
    {
        Keeps = true,
        Arguments =
        [
            new(Items, ArgumentKind.Words, CorrectionCommandWords.WrongItems) { Positional = true, Required = true },
            new(Kind, ArgumentKind.Choice, CorrectionCommandWords.WrongKind) { Choices = [.. _kinds.Select(kind => kind.Typed)] },
        ],
        Examples = ["/wrong 13", "/wrong 13-46be44 kind:person"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var groups = new List<List<ItemReference>>();
        foreach (var group in call.Text(Items)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostItems))
        {
            var read = group.Split(',').Take(MostItems).Select(ItemReference.Read).ToList();
            if (read.Contains(null))
            {
                return Reply.Problem(CorrectionWords.NotAnItem(group, Spec.Examples[0]));
            }

            groups.Add([.. read.OfType<ItemReference>()]);
        }

        // Several numbers are several things; one number with several things in it is opened.
        var choices = groups is [var only] ? only.ConvertAll(item => (List<ItemReference>)[item]) : groups;
        var found = await FoundItem.FindAsync(articles, quotes, events, call.Community, [.. choices.Select(group => group[0])], ct);
        return found.Count == 0 ? Reply.Problem(CorrectionWords.NoSuchItem(call.Text(Items)!))
            : choices.Count > 1 ? Which(CorrectionWords.WrongWhich, choices, found, call)
            : call.Text(Kind) is { } kind ? await ReportAsync(found[0], _kinds.First(one => one.Typed == kind).Kind, call, ct)
            : await WhatAsync(found[0], call, ct);
    }

    /// <summary>Numbers are those of the places, so that the numbers of a digest stay what they are.</summary>
    private static Reply Which(string question, IReadOnlyList<IReadOnlyList<ItemReference>> choices, IReadOnlyList<FoundItem> found, CommandCall call)
    {
        var shown = choices.Index().Where(choice => found.Any(item => item.Item == choice.Item[0])).ToList();
        return new Reply
        {
            Kind = ReplyKind.Question,
            Blocks =
            [
                new Paragraph(question),
                .. shown.Select(choice => found.First(item => item.Item == choice.Item[0]).Line(Number(choice.Index), call)),
            ],
            Buttons = Numbered(shown.Select(choice => (choice.Index, string.Join(',', choice.Item)))),
        };
    }

    /// <summary>One thing, and what may be wrong with it; of an article its quotes, too.</summary>
    private async Task<Reply> WhatAsync(FoundItem item, CommandCall call, CancellationToken ct)
    {
        var inside = item.Item.Words is null ? await quotes.InArticlesAsync(call.Community, [item.Item.Article], ct) : [];
        IReadOnlyList<FoundItem> shown = [.. inside.Take(MostQuotes).Select(quote => new FoundItem(ItemReference.Of(quote), quote.Citation, quote, null))];
        return new Reply
        {
            Kind = ReplyKind.Question,
            Blocks =
            [
                new Paragraph(CorrectionWords.WrongWhat),
                item.Line(null, call),
                new Note(CorrectionWords.Number(item.Item.ToString())),
                .. shown.Count == 0 ? [] : (Block[])[new Section(CorrectionWords.QuotesToo)],
                .. shown.Select((quote, index) => quote.Line(Number(index), call)),
            ],
            Buttons =
            [
                .. Numbered(shown.Select((quote, index) => (index, quote.Item.ToString()))),
                [.. Kinds(item)],
                .. item.Quote is not null && call.Access >= Access.ChannelAdmin ? [QuoteMarking.Buttons(item.Item)] : Array.Empty<Button[]>(),
            ],
        };
    }

    private static IEnumerable<Button> Kinds(FoundItem item)
    {
        (ReportKind Kind, string Label)[] labels =
        [
            (ReportKind.Person, CorrectionWords.ButtonPerson), (ReportKind.Words, CorrectionWords.ButtonWords),
            (ReportKind.Date, CorrectionWords.ButtonDate), (ReportKind.Story, CorrectionWords.ButtonStory),
        ];
        return labels.Where(one => one.Kind != ReportKind.Person || item.Quote is not null).Select(one => new Button(
            one.Label, CommandText.Of(Name, item.Item.ToString(), (Kind, _kinds.First(kind => kind.Kind == one.Kind).Typed))));
    }

    private async Task<Reply> ReportAsync(FoundItem item, ReportKind kind, CommandCall call, CancellationToken ct) =>
        await reports.AddAsync(call.Editor, item.Item, kind, item.Shown, call.Access == Access.Operator ? null : MostADay, ct) switch
        {
            ReportResult.Taken => Reply.Ok(item.Line(null, call), new Paragraph(CorrectionWords.Thanks($"/{ReportsCommand.Name}"))),
            ReportResult.TakenBefore => Reply.Ok(new Paragraph(CorrectionWords.ThanksBefore)),
            _ => Reply.Problem(CorrectionWords.TooMany(MostADay)),
        };

    private static IReadOnlyList<IReadOnlyList<Button>> Numbered(IEnumerable<(int Index, string Items)> items) =>
        [.. items.Select(item => new Button(Number(item.Index), CommandText.Of(Name, item.Items))).Chunk(NumbersARow)];

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
