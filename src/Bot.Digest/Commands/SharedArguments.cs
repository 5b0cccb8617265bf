namespace Bot.Digest.Commands;

/// <summary>Arguments that several commands take alike.</summary>
internal static class SharedArguments
{
    public const string Page = "page";

    public static Argument Since => new("since", ArgumentKind.Moment, CommandWords.Since);

    public static Argument Until => new("until", ArgumentKind.Moment, CommandWords.Until);

    /// <summary>The day of an event, not of its publication.</summary>
    public static Argument SinceEvent => new("since", ArgumentKind.Moment, CommandWords.SinceEvent);

    /// <inheritdoc cref="SinceEvent"/>
    public static Argument UntilEvent => new("until", ArgumentKind.Moment, CommandWords.UntilEvent);

    /// <summary>Where the command acts, for admins there.</summary>
    public static Argument In => new("in", ArgumentKind.Channel, SubscriptionCommandWords.In);

    /// <summary>Set by the buttons ‹ and ›.</summary>
    public static Argument PageNumber => new(Page, ArgumentKind.Number, CommandWords.Page) { Hidden = true, Min = 1, Max = 100_000 };
}
