namespace Bot.Digest.Ports;

/// <summary>A Discord server, or a Telegram group, channel or private chat.</summary>
public readonly record struct CommunityId(long Value)
{
    /// <summary>The operator's default set of sources, which every community sees; the terminal and the local page ask as this.</summary>
    public static readonly CommunityId DefaultSet = new(1);

    /// <summary>No community, but what every community sees that has nothing of its own: the default set, and nothing hidden of it.</summary>
    public static readonly CommunityId WithoutOwn = new(0);
}

/// <summary>A source of articles.</summary>
public readonly record struct SourceId(long Value);

/// <summary>Who owns one or more sources: outlets of one publisher count once.</summary>
public readonly record struct PublisherId(long Value);

/// <summary>An article, through all its revisions.</summary>
public readonly record struct ArticleId(long Value);

/// <summary>A quote of one revision of an article.</summary>
public readonly record struct QuoteId(long Value);

/// <summary>What a person said once: the quotes of all articles that print it.</summary>
public readonly record struct StatementId(long Value);

/// <summary>A person across articles.</summary>
public readonly record struct PersonId(long Value);

/// <summary>A story: articles about one happening. The number stays as long as the story has an article.</summary>
public readonly record struct StoryId(long Value);

/// <summary>A filter of a community.</summary>
public readonly record struct FilterId(long Value);

/// <summary>A channel, thread or topic that digests go to, through all its addresses.</summary>
public readonly record struct ChannelId(long Value);

/// <summary>A channel's standing order for digests.</summary>
public readonly record struct SubscriptionId(long Value);

/// <summary>One due digest of a subscription.</summary>
public readonly record struct SlotId(long Value);

/// <summary>What was told, and why: one for all channels that were told the same.</summary>
public readonly record struct EditionId(long Value);

/// <summary>One message to post.</summary>
public readonly record struct DeliveryId(long Value);
