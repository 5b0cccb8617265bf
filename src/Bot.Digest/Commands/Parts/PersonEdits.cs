using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>How changes of people are answered and listed.</summary>
internal static class PersonEdits
{
    /// <summary>What was done, with a button that takes it back.</summary>
    public static Reply Done(RichText what, PersonEdit edit) => new()
    {
        Blocks = [new Paragraph(what)],
        Buttons = [[Undo(edit)]],
    };

    /// <summary>The button that takes a change back.</summary>
    public static Button Undo(PersonEdit edit) => new(EditWords.ButtonUndo(Number(edit)), UndoCommand(edit));

    /// <summary>The command that takes a change back.</summary>
    public static string UndoCommand(PersonEdit edit) => CommandText.Of(PersonUndoCommand.Name, Number(edit));

    private static string Number(PersonEdit edit) => edit.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>"merged jon-brek into jonas-brek".</summary>
    public static string Describe(PersonEdit edit) => edit.Kind switch
    {
        PersonEditKind.Merged => EditWords.DidMerge(edit.Person, edit.Other ?? ""),
        PersonEditKind.Split => EditWords.DidSplit(edit.Other ?? "", edit.Person, edit.Became ?? ""),
        PersonEditKind.Renamed => EditWords.DidRename(edit.Was ?? edit.Person, edit.Became ?? ""),
        PersonEditKind.Removed => CorrectionWords.DidRemovePerson(edit.Person),
        _ => edit.Became is { } note ? EditWords.DidNote(edit.Person, note) : EditWords.DidRemoveNote(edit.Person),
    };
}
