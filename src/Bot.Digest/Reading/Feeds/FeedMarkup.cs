using System.Net;
using System.Text;

namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// The text of an element: characters with their escapes taken off once or, where tags stand between them, the markup as HTML.
/// It ends with its own closing tag, with one of an element around it, or where the next item begins.
/// </summary>
/// <param name="element">Gets the text; null where nobody wants it.</param>
/// <param name="printed">The element's name as printed.</param>
/// <param name="depth">How many elements are open around it.</param>
internal sealed class FeedMarkup(FeedTokens tokens, FeedScope scope, FeedElement? element, string printed, int depth)
{
    private static readonly string[] AddressAttributes = ["href", "src", "cite", "poster", "action", "longdesc"];

    private StringBuilder? _result;
    private string? _single;
    private int _same;

    /// <summary>Reads on to the end of the element and sets its text.</summary>
    public void Read(Func<ReadOnlySpan<char>, bool> isAround)
    {
        while (tokens.Next())
        {
            if (Ends(isAround))
            {
                break;
            }

            if (element is not null)
            {
                Append(element);
            }
        }

        scope.Leave(depth + 1);
        if (element is not null)
        {
            element.Text = (_result?.ToString() ?? _single ?? "").Trim();
        }
    }

    /// <summary>What is not the element's own end is left for the one who reads what is around.</summary>
    private bool Ends(Func<ReadOnlySpan<char>, bool> isAround)
    {
        var isOwn = tokens.Kind is FeedTokenKind.Open or FeedTokenKind.Close && tokens.Span.Equals(printed, StringComparison.OrdinalIgnoreCase);
        if (tokens.Kind is FeedTokenKind.Close)
        {
            if (isOwn)
            {
                return _same-- == 0;
            }

            if (!isAround(tokens.Span))
            {
                return false;
            }
        }
        else if (tokens.Kind is not FeedTokenKind.Open || scope.NameOf(tokens.Span) is not { IsItem: true })
        {
            _same += isOwn && !tokens.IsEmpty ? 1 : 0;
            return false;
        }

        tokens.Return(tokens.Start);
        return true;
    }

    private void Append(FeedElement holder)
    {
        switch (tokens.Kind)
        {
            case FeedTokenKind.Open:
                AppendOpen(holder);
                break;
            case FeedTokenKind.Close:
                _ = holder.HoldsTags ? Result().Append("</").Append(LocalName(tokens.Span)).Append('>') : null;
                break;
            case FeedTokenKind.Text when holder.HoldsTags:
                Result().Append(tokens.Span); // Still escaped, as markup has to be.
                break;
            case FeedTokenKind.CharacterData when holder.HoldsTags:
                Result().Append(WebUtility.HtmlEncode(tokens.Span.ToString()));
                break;
            default:
                AppendWords(tokens.Kind is FeedTokenKind.CharacterData ? tokens.Span.ToString() : tokens.Entities.Decoded(tokens.Span));
                break;
        }
    }

    /// <summary>Mostly a text is of one piece, with white space around a CDATA section: then nothing is copied.</summary>
    private void AppendWords(string words)
    {
        if (_result is null && string.IsNullOrWhiteSpace(_single))
        {
            _single = words;
        }
        else
        {
            Result().Append(words);
        }
    }

    private StringBuilder Result()
    {
        if (_result is null)
        {
            _result = new StringBuilder(_single);
            _single = null;
        }

        return _result;
    }

    private void AppendOpen(FeedElement holder)
    {
        if (!holder.HoldsTags)
        {
            holder.HoldsTags = true;
            _result = new StringBuilder(WebUtility.HtmlEncode(Result().ToString()));
        }

        scope.Enter(tokens, depth + 1);
        _result!.Append('<').Append(LocalName(tokens.Span));
        foreach (var (name, value) in tokens.Attributes)
        {
            AppendAttribute(tokens.Text.AsSpan(name.Start, name.Length), tokens.ValueOf(value), holder.Origin);
        }

        _result.Append(tokens.IsEmpty ? " />" : ">");
    }

    private void AppendAttribute(ReadOnlySpan<char> name, string value, Uri? origin)
    {
        if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase) && FeedNames.PrefixOf(value) is FeedNames.Xhtml)
        {
            return; // HTML needs no namespace.
        }

        var isAddress = origin is not null && AddressAttributes.Contains(name.ToString(), StringComparer.OrdinalIgnoreCase);
        value = isAddress && Uri.TryCreate(origin, value, out var whole) ? whole.AbsoluteUri : value;
        _result!.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
    }

    /// <summary>The name without the prefix that HTML's namespace has here.</summary>
    private ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon > 0 && scope.Meaning(name[..colon]) is FeedNames.Xhtml ? name[(colon + 1)..] : name;
    }
}
