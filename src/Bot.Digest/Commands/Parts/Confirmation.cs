using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parts;

/// <summary>Asks before what cannot be taken back: the button repeats the command with the answer in it.</summary>
internal static class Confirmation
{
    private const string Confirm = "confirm";
    private const string Yes = "yes";

    public static Argument Argument => new(Confirm, ArgumentKind.Choice, CommandWords.ForgetConfirm) { Choices = [Yes] };

    /// <summary>Whether a command asks before it acts.</summary>
    public static bool IsNeeded(CommandSpec spec) => spec.Arguments.Any(argument => argument.Name == Confirm);

    public static bool IsGiven(CommandCall call) => call.Text(Confirm) == Yes;

    public static Reply Ask(RichText question, string button, string command) => new()
    {
        Kind = ReplyKind.Question,
        Blocks = [new Paragraph(question)],
        Buttons =
        [
            [
                new Button(button, CommandText.Of(command, null, (Confirm, Yes))),
                new Button(ForgetWords.ButtonKeep, CommandText.Of(PrivacyCommand.Name)),
            ],
        ],
    };
}
