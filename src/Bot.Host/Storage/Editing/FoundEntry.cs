using System.Globalization;
using System.Text.Json;

namespace Bot.Host.Storage.Editing;

/// <summary>What one article says of one identity.</summary>
internal sealed record FoundEntry
{
    public const string Columns =
        "found_as as FoundAs, splits as SplitList, identity_id as Identity, person_id as Person, times as Times, quotes as QuoteList, events as EventList, roles as RoleList";

    public const string Insert = """
        insert into found_people (article_id, found_as, splits, identity_id, person_id, times, quotes, events, roles)
        values (@Article, @FoundAs, @SplitList, @Identity, @Person, @Times, @QuoteList, @EventList, @RoleList)
        """;

    public long Article { get; init; }

    /// <summary>As whom the name was read when the article was stored.</summary>
    public long FoundAs { get; init; }

    public string SplitList { get; init; } = "";

    /// <summary>Whom it means after the splits.</summary>
    public long Identity { get; init; }

    /// <summary>On whose card it stands.</summary>
    public long Person { get; init; }

    public long Times { get; init; }

    public string QuoteList { get; init; } = "[]";

    public string EventList { get; init; } = "[]";

    public string RoleList { get; init; } = "[]";

    public IReadOnlyList<long> Quotes => JsonSerializer.Deserialize<long[]>(QuoteList)!;

    public IReadOnlyList<long> Events => JsonSerializer.Deserialize<long[]>(EventList)!;

    public IReadOnlyList<string> Roles => JsonSerializer.Deserialize<string[]>(RoleList)!;

    /// <summary>The splits that took it, the latest last.</summary>
    public IReadOnlyList<long> Splits => [.. Numbers.Read(SplitList).Select(split => (long)split)];

    /// <summary>Whether it says nothing that the person's own rows do not say.</summary>
    public bool IsPlain => FoundAs == Person && SplitList.Length == 0;

    public static string List(IEnumerable<string> roles) => JsonSerializer.Serialize(roles);

    /// <summary>The entry after one more split took it.</summary>
    public FoundEntry Take(long split, long person) => this with
    {
        SplitList = string.Join(' ', Splits.Append(split).Select(taken => taken.ToString(CultureInfo.InvariantCulture))),
        Identity = person,
        Person = person,
    };

    /// <summary>The entry without its latest split, meaning who was meant before.</summary>
    public FoundEntry GiveBack(long identity) => this with
    {
        SplitList = string.Join(' ', Splits.SkipLast(1).Select(taken => taken.ToString(CultureInfo.InvariantCulture))),
        Identity = identity,
    };
}
