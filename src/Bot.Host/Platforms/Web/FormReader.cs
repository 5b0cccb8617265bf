using System.Net.Mime;
using Bot.Digest.Chat;
using Bot.Digest.Reading.Feeds;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Host.Platforms.Web;

/// <summary>Reads what a form posts: small, plain fields and one file at most, and with the token that this page gave to this visitor.</summary>
public sealed class FormReader(VisitorSeals seals)
{
    /// <summary>Bytes that a request without a file may have.</summary>
    public const int LargestBody = 16 * 1024;

    // Nothing that was sent is written to the disk on its way.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 8,
        KeyLengthLimit = 32,
        ValueLengthLimit = 4096,
        BufferBody = false,
        MemoryBufferThreshold = Opml.MostBytes + LargestBody,
    };

    /// <summary>Runs <paramref name="answer"/> with the fields, or says in one sentence why not: 415, 413, 400 or 403.</summary>
    /// <param name="takesFile">Whether a list of feeds comes with the fields.</param>
    public async Task<IResult> ReadAsync(
        HttpContext context, Func<HttpContext, IFormCollection, CancellationToken, Task<IResult>> answer, CancellationToken ct, bool takesFile = false)
    {
        var type = takesFile ? MediaTypeNames.Multipart.FormData : MediaTypeNames.Application.FormUrlEncoded;
        if (!string.Equals(context.Request.GetTypedHeaders().ContentType?.MediaType.Value, type, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, PageWords.NotAForm);
        }

        if (takesFile)
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Opml.MostBytes + LargestBody;
        }

        var (form, refusal) = await FormAsync(context.Request, takesFile, ct);
        return refusal
            ?? (seals.IsSealed(Visitor.Of(context), VisitorSeals.Form, form!["token"]) ? await answer(context, form, ct) : Refuse(StatusCodes.Status403Forbidden, PageWords.OldPage));
    }

    private static async Task<(IFormCollection? Form, IResult? Refusal)> FormAsync(HttpRequest request, bool takesFile, CancellationToken ct)
    {
        try
        {
            return (await new FormFeature(request, Limits).ReadFormAsync(ct), null);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Refuse(error.StatusCode, takesFile ? SourceWords.ImportTooLarge(Opml.MostBytes / (1024 * 1024)) : PageWords.FormTooLarge));
        }
        catch (InvalidDataException) when (!takesFile)
        {
            return (null, Refuse(StatusCodes.Status400BadRequest, PageWords.FormTooLarge));
        }
        catch (Exception garbled) when (garbled is InvalidDataException or IOException or NotSupportedException)
        {
            // A body that breaks off or is cut into impossible pieces, and an encoding that is not read, are the sender's fault.
            return (null, Refuse(StatusCodes.Status400BadRequest, PageWords.NotAForm));
        }
    }

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
