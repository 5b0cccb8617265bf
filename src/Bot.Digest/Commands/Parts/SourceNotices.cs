using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Sources that are not well: told once to admins, and at the foot of a digest.</summary>
internal static class SourceNotices
{
    /// <summary>"Kanal Süd is not believed any more: …".</summary>
    public static Note Note(SourceNotice notice, CommandCall call)
    {
        var list = $"/{SourceListCommand.Name}";
        return new Note(
            notice.IsGone ? SourceWords.NoticeGone(notice.Name)
            : notice.Doubt is { } doubt ? SourceWords.NoticeDoubt(notice.Name, SourceHealthWords.Of(doubt), list)
            : SourceWords.NoticeSilent(notice.Name, ChangeWords.Day(notice.At, call), list));
    }

    /// <summary>"Silent since 17 May: Kanal Süd", a line for each day and kind.</summary>
    public static IEnumerable<Note> Foot(IReadOnlyList<SourceNotice> notices, CommandCall call) => notices
        .GroupBy(notice => (Kind: notice.IsGone ? 2 : notice.Doubt is null ? 1 : 0, Day: call.DayOf(notice.At)))
        .OrderBy(group => group.Key)
        .Select(group =>
        {
            var (day, names) = (DayWords.Of(group.Key.Day, call.Today), string.Join(", ", group.Select(notice => notice.Name)));
            return new Note(group.Key.Kind switch
            {
                0 => SourceWords.FootDoubt(day, names),
                1 => SourceWords.FootSilent(day, names),
                _ => SourceWords.FootGone(day, names),
            });
        });
}
