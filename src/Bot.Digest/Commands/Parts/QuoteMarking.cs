using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>How admins' marks on wrong quotes are asked for and answered.</summary>
internal static class QuoteMarking
{
    /// <summary>A quote's number, for hints.</summary>
    public static string Example { get; } = new ItemReference(new ArticleId(13), 0x46be44).ToString();

    private const string Quote = "number";

    /// <summary>The quote that a command is about.</summary>
    public static Argument Argument => new(Quote, ArgumentKind.Words, CorrectionCommandWords.QuoteNumber) { Positional = true, Required = true };

    /// <summary>What an admin can do about a wrong quote.</summary>
    public static Button[] Buttons(ItemReference quote) =>
    [
        new(CorrectionWords.ButtonHideIt, CommandText.Of(QuoteHideCommand.Name, quote.ToString())),
        new(CorrectionWords.ButtonUnresolveIt, CommandText.Of(QuoteUnresolveCommand.Name, quote.ToString())),
    ];

    /// <summary>Runs a change of the quote that was typed, and says what was done.</summary>
    /// <param name="done">What is so now.</param>
    /// <param name="isUndone">Whether there is nothing more to take back.</param>
    public static async Task<Reply> MakeAsync(CommandCall call, Func<ItemReference, Task<MarkOutcome>> change, string done, bool isUndone)
    {
        var typed = call.Text(Quote)!;
        if (ItemReference.Read(typed) is not { Words: not null } item || await change(item) is not { Quote: { } quote } outcome)
        {
            return Reply.Problem(CorrectionWords.NoSuchQuote(typed, Example));
        }

        var said = outcome.Result switch
        {
            MarkResult.Done => done,
            MarkResult.ForEveryone => CorrectionWords.ForEveryone,
            _ => CorrectionWords.AsBefore,
        };
        var restore = new Button(CorrectionWords.ButtonRestore, CommandText.Of(QuoteRestoreCommand.Name, item.ToString()));
        return new Reply
        {
            Blocks = [QuoteBlock.WithSpeaker(quote, call), new Paragraph(said)],
            Buttons = isUndone || outcome.Result == MarkResult.ForEveryone ? [] : [[restore]],
        };
    }
}
