using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands;

/// <summary>/settings: what a community chose for all of its channels.</summary>
public sealed class SettingsCommand(ICommunities communities) : IChatCommand
{
    internal const string Name = "settings";

    internal const string Zone = "zone";

    private const string Language = "language";
    private const string Quiet = "quiet";
    private const string Managers = "managers";

    internal const string ToChooseManagers = $"{Name} {Managers}:";

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Settings, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments =
        [
            new(Zone, ArgumentKind.Words, SubscriptionCommandWords.SettingsZone),
            new(Language, ArgumentKind.Words, SubscriptionCommandWords.SettingsLanguage),
            new(Quiet, ArgumentKind.Words, SubscriptionCommandWords.Quiet),
            new(Managers, ArgumentKind.Role, SubscriptionCommandWords.SettingsManagers) { Access = Access.CommunityAdmin },
            SharedArguments.In,
        ],
        Examples = ["/settings", "/settings zone:berlin quiet:22:00-07:00", "/settings quiet:off"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = Read(call);
        if (typed.Problem is { } problem)
        {
            return Reply.Problem(problem);
        }

        var settings = typed.Value!;
        if (settings == call.Settings)
        {
            return Shown(settings, call);
        }

        await communities.SettleAsync(call.Editor, settings, ct);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = settings.LanguageOr(CultureInfo.CurrentUICulture);
        return Shown(settings, settings.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? call.In(zone) : call);
    }

    /// <summary>The settings with what was typed in the place of what was before.</summary>
    private static Typed<CommunitySettings> Read(CommandCall call)
    {
        var before = call.Settings;
        var zone = Read(call, Zone, before.Zone, typed => TypedZone.Read(typed) is { Value: { } found } ? new(found.Id) : new(null, TypedZone.Read(typed).Problem));
        var language = Read(call, Language, before.Language, TypedLanguage.Read);
        var quiet = Read(call, Quiet, before.Quiet, TypedTimes.ReadQuiet);
        var managers = Read(call, Managers, before.Managers, TypedRole.Read);
        return (zone.Problem ?? language.Problem ?? quiet.Problem ?? managers.Problem) is { } problem
            ? new(null, problem)
            : new(new CommunitySettings(zone.Value, language.Value, quiet.Value, managers.Value));
    }

    private static Typed<T> Read<T>(CommandCall call, string option, T? before, Func<string, Typed<T>> read)
        where T : class =>
        call.Text(option) is not { } typed ? new(before) : TypedTimes.IsNothing(typed) ? default : read(typed);

    private Reply Shown(CommunitySettings settings, CommandCall call) => Reply.Ok(
        new Heading(SettingWords.Title),
        new Entry(null, settings.Zone is { } zone ? SettingWords.Zone(ScheduleText.City(zone), Time(call)) : SettingWords.NoZone(ScheduleText.City(call.Zone.Id), Time(call))),
        new Entry(null, settings.Language is { } language ? Spoken(InterfaceLanguages.Of(language), call) : SettingWords.NoLanguage),
        new Entry(null, settings.Quiet is { } quiet ? SettingWords.Quiet(DayWords.Time(quiet.From), DayWords.Time(quiet.To)) : SettingWords.NoQuiet),
        new Entry(null, settings.Managers is { } role ? SettingWords.Managers(role) : SettingWords.NoManagers),
        new Note(SettingWords.Change(string.Join(", ", Spec.Arguments.Where(option => option.Kind != ArgumentKind.Channel && option.Access <= call.Access).Select(option => $"{option.Name}:")))));

    private static string Spoken(CultureInfo chosen, CommandCall call)
    {
        var day = DayWords.WithWeekday(call.Today, call.Today);
        return InterfaceLanguages.Speaks(chosen)
            ? SettingWords.Language(chosen.NativeName, day)
            : SettingWords.LanguageOfDays(chosen.NativeName, day, string.Join(", ", InterfaceLanguages.All.Select(language => language.NativeName)));
    }

    private static string Time(CommandCall call) => DayWords.Time(TimeOnly.FromTimeSpan(call.Now.TimeOfDay));
}
