using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>Where a story stands in an edition, or why it does not.</summary>
public enum DigestPlace
{
    InFull = 1,
    Headline = 2,

    /// <summary>Others are worth more, and there is room for so many.</summary>
    NoRoom = 3,

    /// <summary>Its one publisher has its stories in the edition already.</summary>
    PublisherHasEnough = 4,

    /// <summary>Another story of the edition says nearly the same.</summary>
    RepeatsAnother = 5,

    /// <summary>The channel was told all of it.</summary>
    ToldBefore = 6,

    /// <summary>It is about something that the channel does not want to hear of.</summary>
    Excluded = 7,

    /// <summary>It is about nothing that the channel wants to hear of alone.</summary>
    NotIncluded = 8,

    /// <summary>So many stories are bigger that it was not weighed at all.</summary>
    TooSmall = 9,
}

/// <summary>What an edition does with a story, and why.</summary>
/// <param name="Repeated">The story of the edition that says nearly the same; null unless that is the reason.</param>
public sealed record DigestChoice(DigestItem Item, DigestPlace Place, DigestWorth Worth, StoryId? Repeated = null);

/// <summary>What a digest tells, with the reasons for all that it might have told.</summary>
/// <param name="Choices">Every candidate: those that are told in their order, then those left out, each by worth.</param>
public sealed record Edition(IReadOnlyList<DigestChoice> Choices)
{
    /// <summary>The stories that are told, in their order; none for an empty edition, which is not posted.</summary>
    public IReadOnlyList<DigestItem> Items { get; } =
        [.. Choices.Where(choice => choice.Place is DigestPlace.InFull or DigestPlace.Headline).Select(choice => choice.Item)];

    /// <summary>How many of <see cref="Items"/>, from the first, are told in full.</summary>
    public int InFull { get; } = Choices.Count(choice => choice.Place == DigestPlace.InFull);
}
