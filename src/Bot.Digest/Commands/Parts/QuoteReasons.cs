using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Why a quote is somebody's: what is printed beside it, how sure that is, and where it stands.</summary>
internal static class QuoteReasons
{
    public static IEnumerable<Block> Of(QuoteHit quote, CommandCall call)
    {
        yield return QuoteBlock.WithSpeaker(quote, call);
        yield return new Paragraph(Evidence(quote));
        yield return new Paragraph(quote.Shown ? WhyWords.Sure : WhyWords.Unsure);
        yield return new Note(WhyWords.Printed(quote.Paragraph));
    }

    private static string Evidence(QuoteHit quote) => (quote.Cue, quote.Speaker) switch
    {
        ({ Length: > 0 } cue, { } speaker) => WhyWords.NamedBy(speaker, cue),
        (_, { } speaker) => WhyWords.NamedNear(speaker),
        _ => WhyWords.NotNamed,
    };
}
