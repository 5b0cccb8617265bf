using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>A line in the channel that it is about, with the zone and the language that the channel's community chose.</summary>
/// <param name="Request">The line; chat, community and rights are those of the channel.</param>
/// <param name="Community">Null where none is known.</param>
internal sealed record Place(CommandRequest Request, Community? Community)
{
    /// <summary>The channel as the line names it; null where it is the one that the line was typed in.</summary>
    public string? Named { get; private init; }

    /// <summary>Where the line was typed.</summary>
    public static async Task<Place> FindAsync(ICommunities communities, CommandRequest request, CancellationToken ct)
    {
        var community = await communities.FindAsync(request.Community, ct);
        var settings = community?.Settings ?? CommunitySettings.None;
        var zone = settings.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var chosen) ? chosen : null;
        return new Place(
            request with
            {
                Zone = zone ?? request.Zone,
                KnowsZone = zone is not null || request.KnowsZone,
                Language = settings.LanguageOr(request.Language),
                PostLanguage = settings.LanguageOr(request.PostLanguage ?? request.Language),
            },
            community);
    }

    /// <summary>The channel that an argument of the line names; this one where it names none.</summary>
    /// <returns>A problem, and no place, where there is no such channel that is the asker's business.</returns>
    public async Task<(Place? Place, RichText? Problem)> NamedAsync(
        ICommunities communities, CommandSpec spec, IReadOnlyDictionary<string, object> arguments, CancellationToken ct)
    {
        var argument = spec.Arguments.FirstOrDefault(argument => argument.Kind == ArgumentKind.Channel);
        if (argument is null || arguments.GetValueOrDefault(argument.Name) is not string typed)
        {
            return (this, null);
        }

        if (Request.FindChannel is not { } find)
        {
            return (null, CommunityWords.NoChannels(argument.Name));
        }

        // Another platform's channel cannot have been checked by this one.
        var choice = await find(typed, ct);
        return choice.Problem is { } problem ? (null, problem)
            : choice.Chat is not { } chat || chat.Platform != Request.Chat.Platform ? (null, CommunityWords.NoSuchChannel(typed))
            : (await FindAsync(communities, Request with { Chat = chat, Community = choice.Community, Access = choice.Access }, ct) with { Named = typed }, null);
    }

    /// <summary>
    /// Why the asker or the community gets no answer; null when it does. A community that never entered is a stranger as well; in another channel
    /// only its admins act.
    /// </summary>
    /// <param name="given">The arguments of the line: some take more than the command.</param>
    public RichText? Refusal(CommandSpec spec, IReadOnlyDictionary<string, object> given) =>
        Refusal(spec.Access == Access.Everyone && Named is not null ? Access.ChannelAdmin : spec.Access, spec.Name)
        ?? spec.Arguments.Where(argument => given.ContainsKey(argument.Name)).Select(argument => Refusal(argument.Access, $"{spec.Name} {Written(argument)}")).FirstOrDefault(refusal => refusal is not null)
        ?? (spec.IsForStrangers ? null : Refusal(Request.Community, Community, Request.Access));

    /// <summary>Why the asker may not do something; null for whoever may.</summary>
    private RichText? Refusal(Access needed, string what) => Request.Access >= needed ? null : needed switch
    {
        Access.ChannelAdmin => Words.AdminsOnly(what),
        Access.Manager => Words.ManagersOnly(what, SettingsCommand.ToChooseManagers),
        Access.CommunityAdmin => Words.CommunityAdminsOnly(what),
        _ => Words.OperatorOnly(what),
    };

    private static string Written(Argument argument) => argument.Choices is [var only] ? $"{argument.Name}:{only}" : $"{argument.Name}:";

    /// <summary>Why a community gets no answer from the archive; null when it does.</summary>
    /// <param name="community">What is known of it.</param>
    public static RichText? Refusal(CommunityId asker, Community? community, Access access) =>
        access == Access.Operator || asker == CommunityId.DefaultSet ? null : community?.Standing switch
        {
            CommunityStanding.Served => null,
            CommunityStanding.Blocked => (RichText)CommunityWords.NotServed,
            _ => CommunityWords.Waits,
        };

    /// <summary>The call of a command here.</summary>
    public CommandCall Call(DateTimeOffset now, IReadOnlyDictionary<string, object> arguments, IReadOnlyList<CommandSpec> commands) => new()
    {
        Chat = Request.Chat,
        Community = Request.Community,
        User = Request.User,
        Access = Request.Access,
        Zone = Request.Zone,
        KnowsZone = Request.KnowsZone,
        NotServed = Refusal(Request.Community, Community, Request.Access),
        Settings = Community?.Settings ?? CommunitySettings.None,
        PostLanguage = Request.PostLanguage ?? Request.Language,
        RepliesTo = Request.RepliesTo,
        Now = TimeZoneInfo.ConvertTime(now, Request.Zone),
        Arguments = arguments,
        ReadFile = Request.ReadFile,
        Commands = commands,
    };
}
