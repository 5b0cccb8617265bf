namespace Bot.Digest.Ports;

/// <summary>What an operator did to a person.</summary>
public enum PersonEditKind
{
    Merged = 1,
    Split = 2,
    Renamed = 3,
    Noted = 4,

    /// <summary>Cannot be taken back; who it was is kept nowhere.</summary>
    Removed = 5,
}

/// <summary>Who changes something, and on whose behalf.</summary>
/// <param name="Community">Whose audit shows it, beside the operator's own.</param>
/// <param name="Name">As the platform names the person who typed the command.</param>
public sealed record Editor(CommunityId Community, string Name)
{
    /// <summary>The name of somebody on a platform. The one who has the machine is known by the platform alone.</summary>
    /// <param name="user">The platform's id of them.</param>
    public static string NameOf(string platform, string user) => user == platform ? platform : $"{platform} {user}";
}

/// <summary>A change, as it stands in the audit.</summary>
/// <param name="Id">The number to undo it by.</param>
/// <param name="Person">Slug of who was merged, split or noted, and of who was renamed the new one.</param>
/// <param name="Other">Slug of the person merged into, or of the new one; null otherwise.</param>
/// <param name="Was">The name or note before; null when there was none.</param>
/// <param name="Became">The name or note after; of a split which articles it takes.</param>
/// <param name="UndoneAt">Null while it holds.</param>
public sealed record PersonEdit(
    long Id, PersonEditKind Kind, string Person, string? Other, string? Was, string? Became,
    string By, DateTimeOffset At, string? UndoneBy, DateTimeOffset? UndoneAt);

/// <summary>Which of a person's articles are about somebody else: all that fit one of these.</summary>
public sealed record PersonSplit
{
    /// <summary>Single articles.</summary>
    public IReadOnlyList<ArticleId> Articles { get; init; } = [];

    /// <summary>All of the outlets whose name is this, case aside.</summary>
    public string? Source { get; init; }

    /// <summary>All that print a role holding these words.</summary>
    public string? Role { get; init; }
}

/// <summary>How a split came out.</summary>
/// <param name="Edit">Null when nothing was split.</param>
/// <param name="Taken">How many articles fit.</param>
/// <param name="Left">How many stay with the person; with 0 nothing was split.</param>
public sealed record SplitOutcome(PersonEdit? Edit, int Taken, int Left);

/// <summary>How taking something back came out.</summary>
/// <param name="Undone">Null when nothing was taken back.</param>
/// <param name="First">A later change of the same person, which has to be taken back first; null when there is none.</param>
public sealed record UndoOutcome(PersonEdit? Undone, PersonEdit? First);

/// <summary>
/// Correcting who is who, for everybody. Each change holds for articles that come later too, and all but a removal can be taken back; then all is
/// as if it had not been made.
/// </summary>
public interface IPersonEditing
{
    /// <summary>Makes one person part of another; null when they are one already.</summary>
    Task<PersonEdit?> MergeAsync(Editor editor, PersonId person, PersonId into, CancellationToken ct);

    /// <summary>Gives some of a person's articles, and later ones like them, to a new person of the same name.</summary>
    Task<SplitOutcome> SplitAsync(Editor editor, PersonId person, PersonSplit split, CancellationToken ct);

    /// <summary>Shows a person under another name, with a slug to match; the old one still leads here.</summary>
    Task<PersonEdit> RenameAsync(Editor editor, PersonId person, string name, CancellationToken ct);

    /// <summary>Puts words of the operator on a person's card; null takes them off.</summary>
    Task<PersonEdit> NoteAsync(Editor editor, PersonId person, string? note, CancellationToken ct);

    /// <summary>
    /// Takes somebody away for good, for everybody: the card, its names and its index; what articles say of this one stays there without a name, and
    /// nobody is known by one of these names again. Cannot be taken back.
    /// </summary>
    Task<PersonEdit> RemoveAsync(Editor editor, PersonId person, CancellationToken ct);

    /// <summary>Takes a change back, the latest that holds when none is named.</summary>
    Task<UndoOutcome> UndoAsync(Editor editor, long? edit, CancellationToken ct);

    /// <summary>Finishes what another call began and did not end, be it that its process was stopped; every change does so first.</summary>
    Task FinishAsync(CancellationToken ct);
}
