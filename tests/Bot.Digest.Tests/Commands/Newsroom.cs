using Bot.Digest.Articles;
using Bot.Digest.Filters;
using Bot.Digest.Language.Dates;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Digest.Timelines;

namespace Bot.Digest.Tests.Commands;

/// <summary>A few invented articles, people and quotes that every command has something to say about.</summary>
internal static class Newsroom
{
    public static MemoryArchive Archive()
    {
        var archive = new MemoryArchive();
        archive.Cards.AddRange(Odile, Petra, Pavel);
        archive.Found["sand"] = [MemoryArchive.Match(Petra, NameMatch.Surname), MemoryArchive.Match(Pavel, NameMatch.Surname)];
        archive.Found["Omar Feld"] = [MemoryArchive.Match(Keeper, NameMatch.FullName), MemoryArchive.Match(Minister, NameMatch.FullName)];
        archive.Found["marchnad"] = [MemoryArchive.Match(Odile, NameMatch.Misspelt)];
        archive.Languages.AddRange([new("es", 12), new("en", 6), new("xx", 1)]);
        archive.Articles.AddRange(
            Hit(Bridge, "The old bridge opens to carts again.", "The council opened the old bridge to carts on Tuesday morning. Cars must wait until the autumn, when the deck is repaired."),
            Hit(BridgeCopy, "The old bridge opens to carts once again.", "Carts may cross the bridge."),
            Hit(Queue, "Forty carts stood at the old bridge at noon.", "Forty carts stood in a line at the old bridge when it opened at noon on Tuesday. The council will open a second lane for the carts of the mill next week."),
            Hit(Mill, "A mill at the river burned on Sunday night.", "A mill burned on Sunday night."),
            Hit(Market, "The market moves to the east bank.", "The market moves."),
            Hit(Letter, "A letter from the council asks for patience with the bridge.", "The council asks for patience."));
        archive.Stories.Of[Bridge.Article] = archive.Stories.Of[BridgeCopy.Article] = archive.Stories.Of[Queue.Article] = new StoryId(7);
        archive.Stories.Copies[BridgeCopy.Article] = Bridge.Article;
        archive.Stories.Joined[Queue.Article] = ["bridge", "carts", "council"];
        archive.Stories.People.Add(new RisingPerson(Odile.Id, Odile.Slug, Odile.Name, Earlier: 1, Later: 4));
        archive.Stories.Topics.AddRange(new RisingTopic("Old bridge", 0, 3), new RisingTopic("carts", 1, 3));
        archive.Said.AddRange(
            Quote(1, QuoteKind.Direct, "\"The bridge will carry us all,\" she said, \"but not tomorrow.\"", Bridge, ["The bridge will carry us all,", "but not tomorrow."]) with
            {
                MorePublishers = 3,
                Wordings =
                [
                    Quote(7, QuoteKind.Direct, "'The bridge will carry us all,'", BridgeCopy, ["The bridge will carry us all,"]),
                    Quote(8, QuoteKind.Mixed, "the bridge \"will carry us all\", later", Market, ["will carry us all"]),
                ],
            },
            Quote(2, QuoteKind.Mixed, "the market was 'a guest on the east bank', not an owner", Market, ["a guest on the east bank"]) with { Via = "Radio Fjell", Translated = "in Norse" },
            Quote(3, QuoteKind.Reported, "repairs would cost less than planned", Letter, []) with
            {
                Paragraph = "Marchand said on Monday that repairs would cost less than planned.",
            },
            Quote(4, QuoteKind.Direct, "\"Never. We count \"every\" nail.\"", Mill, ["Never. We count \"every\" nail."]) with { Before = "Would she close the mill?" },
            Quote(8, QuoteKind.Direct, "\"The bridge will carry us all, but not tomorrow,\" she said.", Queue, ["The bridge will carry us all, but not tomorrow,"]) with
            {
                Statement = new StatementId(1),
            },
            Quote(5, QuoteKind.Direct, "\"It was the wind.\"", Mill, ["It was the wind."]) with { Shown = false },
            Quote(6, QuoteKind.Direct, "\"Nobody asked us.\"", Mill, ["Nobody asked us."]) with { Speaker = "two carters", SpeakerSlug = null, SpeakerKind = SpeakerKind.Role },
            Quote(9, QuoteKind.Direct, "\"We mill on.\"", Mill, ["We mill on."]) with { Speaker = "Tarn Mills", SpeakerSlug = null, SpeakerKind = SpeakerKind.Organisation },
            Quote(10, QuoteKind.Direct, "\"Ask the river.\"", Mill, ["Ask the river."]) with { Speaker = null, SpeakerSlug = null },
            Quote(12, QuoteKind.Direct, "\"The mill was insured, nail by nail.\"", Letter, ["The mill was insured, nail by nail."]) with { Speaker = "Petra Sand", SpeakerSlug = "petra-sand" },
            Quote(13, QuoteKind.Direct, "\"The mill will turn again.\"", Mill, ["The mill will turn again."]) with { Speaker = "Petra Sand", SpeakerSlug = "petra-sand" });
        archive.Events.AddRange(
            Event("The council closed the bridge on 2 May.", "on 2 May", new(2031, 5, 2), Bridge) with { Rule = DateRules.MonthDay },
            Event("The bridge reopened to carts on Monday, Marchand said.", "on Monday", new(2031, 5, 19), Bridge),
            Event("The bridge reopened to carts on Sunday, Marchand said.", "on Sunday", new(2031, 5, 18), BridgeCopy),
            Event("The council votes on the bridge on 30 June.", "on 30 June", new(2031, 6, 30), Letter) with { Planned = true, Rule = DateRules.MonthDay });
        return archive;
    }

    public static PersonCard Odile { get; } = new(
        new PersonId(1), "odile-marchand", "Odile Marchand", ["Marchand", "Одиль Маршан", "O. Marchand-Lys"],
        [new PersonRole("bridge warden of Tarn", new DateOnly(2031, 5, 14), new ArticleId(11))],
        Quotes: 4, Possible: 1, Publishers: 3, Mentions: 5);

    public static PersonCard Petra { get; } = new(
        new PersonId(2), "petra-sand", "Petra Sand", [], [new PersonRole("miller", new DateOnly(2031, 4, 1), new ArticleId(13))], 2, 0, 1, 3);

    public static PersonCard Pavel { get; } = new(new PersonId(3), "pavel-sand", "Pavel Sand", [], [], 0, 0, 0, 1);

    private static PersonCard Keeper { get; } = new(
        new PersonId(4), "omar-feld", "Omar Feld", [], [new PersonRole("goalkeeper, Lind FC", new DateOnly(2031, 5, 3), new ArticleId(14))], 1, 0, 1, 2);

    private static PersonCard Minister { get; } = new(
        new PersonId(5), "omar-feld-2", "Omar Feld", [],
        [new PersonRole("harbour minister of Norrmark and its islands", new DateOnly(2031, 5, 9), new ArticleId(15))], 1, 0, 1, 1);

    /// <summary>A feed that is read each hour and fares well.</summary>
    public static FollowedSource Source(long id, string name) => new(
        new SourceId(id), name, SourceKind.Feed, new Uri($"https://feeds.example/{id}"), IsPaused: false, IsForEveryone: false, Articles: 120,
        new SourceHealth(Asking.Noon.AddMinutes(-20), Asking.Noon.AddMinutes(40), 0, null, null, null, 0));

    /// <summary>The articles of a source, for filters to be tried on.</summary>
    public static IEnumerable<(CommunityId Community, FilterSample Sample)> Samples(CommunityId community, SourceId source) =>
    [
        (community, new FilterSample(Bridge, source, new FilterSubject(Bridge.Title, "Carts may cross the bridge, Odile Marchand said.", ["odile-marchand"]))),
        (community, new FilterSample(Mill, source, new FilterSubject(Mill.Title, "A mill burned on Sunday night.", ["petra-sand"]))),
        (community, new FilterSample(Market, source, new FilterSubject(Market.Title, "The market moves to the east bank.", []))),
    ];

    private static Citation Bridge { get; } = Cite(11, "Old bridge opens to carts", "Tarn Herald", "2031-05-20T06:30Z", "https://tarn-herald.example/bridge");

    private static Citation BridgeCopy { get; } = Cite(12, "Old bridge opens to carts again", "Fjell Wire", "2031-05-20T07:10Z", "https://fjell-wire.example/1");

    private static Citation Queue { get; } = Cite(16, "Forty carts wait at the bridge", "Kanal Tarn", "2031-05-20T09:40Z", "https://kanal-tarn.example/queue");

    private static Citation Mill { get; } = Cite(13, "Mill burns at the river", "Tarn Herald", "2031-05-19T22:00Z", "https://tarn-herald.example/mill");

    private static Citation Market { get; } = Cite(14, "Market moves east", "Kanal Tarn", "2031-05-12T10:00Z", "https://kanal-tarn.example/market");

    private static Citation Letter { get; } = Cite(15, "Letter from the council", "Parish papers", "2030-11-02T10:00Z", null);

    private static Citation Cite(long id, string title, string outlet, string published, string? address) => new(
        new ArticleId(id), title, outlet, new PublisherId(string.GetHashCode(outlet, StringComparison.Ordinal)), DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
        address is null ? null : new Uri(address));

    private static ArticleHit Hit(Citation citation, string passage, string summary) =>
        new(citation, [.. summary.Split(". ").Select(sentence => sentence.TrimEnd('.') + ".")], passage, []);

    private static EventHit Event(string sentence, string expression, DateOnly day, Citation citation) =>
        new(sentence, expression, day, day, DatePrecision.Day, DateRules.WeekdayPast, Planned: false, Weight: 0.5, citation);

    private static QuoteHit Quote(long id, QuoteKind kind, string text, Citation citation, string[] verbatim) => new()
    {
        Id = new QuoteId(id),
        Statement = new StatementId(id),
        Kind = kind,
        Text = text,
        Verbatim = [.. verbatim.Select(piece => Find(text, piece))],
        Pieces = [new TextSpan(0, text.Length)],
        Citation = citation,
        Speaker = "Odile Marchand",
        SpeakerSlug = "odile-marchand",
        Shown = true,
        Paragraph = text,
    };

    private static TextSpan Find(string text, string piece) =>
        new(text.IndexOf(piece, StringComparison.Ordinal), text.IndexOf(piece, StringComparison.Ordinal) + piece.Length);
}
