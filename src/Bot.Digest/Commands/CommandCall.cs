using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>One call of a command with checked arguments.</summary>
public sealed record CommandCall
{
    public required ChatAddress Chat { get; init; }

    /// <summary>Whose archive answers.</summary>
    public required CommunityId Community { get; init; }

    /// <summary>The platform's id of the asker: for rights and rate limits, never stored with the query.</summary>
    public required string User { get; init; }

    public required Access Access { get; init; }

    /// <summary>The only channel whose posts are the asker's business; null for those of the whole community.</summary>
    public ChatAddress? OwnChannel => Access < Access.Manager ? Chat : null;

    /// <summary>The channel's zone; times are shown in it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>False where the zone is the host's, and nobody knows the channel's.</summary>
    public bool KnowsZone { get; init; }

    /// <summary>Why the community gets no answers from the archive; null where it does. Only commands for strangers run where it does not.</summary>
    public RichText? NotServed { get; init; }

    /// <summary>What the community chose.</summary>
    public CommunitySettings Settings { get; init; } = CommunitySettings.None;

    /// <summary>The language of what is posted in the channel by itself: its readers are not the asker alone.</summary>
    public CultureInfo PostLanguage { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The platform's id of the message that the line replies to; null where it replies to none.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>In the channel's zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Values by argument name, parsed: string, int, or <see cref="Moment"/>.</summary>
    public IReadOnlyDictionary<string, object> Arguments { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Gets a file; null where none came with the line and the platform has no paths.</summary>
    public ReadFile? ReadFile { get; init; }

    /// <summary>The file that came with the line, or that of a path; null when there is none.</summary>
    public Task<GivenFile?> FileAsync(string? path, int most, CancellationToken ct) =>
        ReadFile?.Invoke(path, most, ct) ?? Task.FromResult<GivenFile?>(null);

    /// <summary>The commands that the asker may use.</summary>
    public IReadOnlyList<CommandSpec> Commands { get; init; } = [];

    /// <summary>Who makes a change.</summary>
    public Editor Editor => new(Community, Editor.NameOf(Chat.Platform, User));

    /// <summary>The same call with one argument changed.</summary>
    public CommandCall With(string name, object value) => this with
    {
        Arguments = new Dictionary<string, object>(Arguments, StringComparer.Ordinal) { [name] = value },
    };

    public string? Text(string name) => Arguments.GetValueOrDefault(name) as string;

    public int Number(string name, int fallback) => Arguments.GetValueOrDefault(name) is int number ? number : fallback;

    /// <summary>The same call by the clock of another zone.</summary>
    public CommandCall In(TimeZoneInfo zone) => this with { Zone = zone, Now = TimeZoneInfo.ConvertTime(Now, zone) };

    /// <summary>The channel's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The channel's day at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment at which a day begins in the channel.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The moment at which the channel's clock shows a time on a day, on days of 23 and 25 hours too.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var clock = day.ToDateTime(time);
        return new DateTimeOffset(clock, Zone.GetUtcOffset(clock));
    }

    public Moment? Moment(string name) => Arguments.GetValueOrDefault(name) as Moment;
}

/// <summary>A day or period that was typed ("7d", "2024-10", "2024-10-24"), in the channel's zone.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Typed">The words that gave it, so that a button can repeat them.</param>
public sealed record Moment(DateOnly From, DateOnly To, string Typed);
