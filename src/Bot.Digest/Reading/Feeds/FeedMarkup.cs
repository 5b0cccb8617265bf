using System.Net;
using System.Text;

namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// The text of an element: characters with their escapes taken off once or, where tags stand between them, the markup as HTML.
/// It ends with its own closing tag, with one of an element around it, or where the next item begins.
/// </summary>
internal sealed class FeedMarkup(FeedTokens tokens, FeedScope scope, FeedElement element, string printed, int depth)
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
            switch (tokens.Kind)
            {
                case FeedTokenKind.Text:
                    AppendText();
                    break;
                case FeedTokenKind.CharacterData:
                    AppendCharacters();
                    break;
                case FeedTokenKind.Open when IsNextItem():
                    tokens.Return(tokens.Start);
                    End();
                    return;
                case FeedTokenKind.Open:
                    AppendOpen();
                    break;
                case FeedTokenKind.Close when IsOwn(tokens.Span) && _same-- == 0:
                    End();
                    return;
                case FeedTokenKind.Close when !IsOwn(tokens.Span) && isAround(tokens.Span):
                    tokens.Return(tokens.Start);
                    End();
                    return;
                case FeedTokenKind.Close when element.HoldsTags:
                    _result!.Append("</").Append(LocalName(tokens.Span)).Append('>');
                    break;
            }
        }

        End();
    }

    private bool IsNextItem() => scope.NameOf(tokens.Span) is { IsItem: true };

    private bool IsOwn(ReadOnlySpan<char> name) => name.Equals(printed, StringComparison.OrdinalIgnoreCase);

    private void End()
    {
        element.Text = (_result?.ToString() ?? _single ?? "").Trim();
        scope.Leave(depth + 1);
    }

    private void AppendText()
    {
        if (_result is null && _single is null)
        {
            _single = tokens.Entities.Decoded(tokens.Span);
        }
        else if (element.HoldsTags)
        {
            Result().Append(tokens.Span); // Still escaped, as markup has to be.
        }
        else
        {
            tokens.Entities.AppendDecoded(Result(), tokens.Span);
        }
    }

    private void AppendCharacters()
    {
        if (element.HoldsTags)
        {
            Result().Append(WebUtility.HtmlEncode(tokens.Span.ToString()));
        }
        else if (_result is null && string.IsNullOrWhiteSpace(_single))
        {
            _single = tokens.Span.ToString();
        }
        else
        {
            Result().Append(tokens.Span);
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

    private void AppendOpen()
    {
        if (!element.HoldsTags)
        {
            element.HoldsTags = true;
            _result = new StringBuilder(WebUtility.HtmlEncode(Result().ToString()));
        }

        scope.Enter(tokens, depth + 1);
        _same += !tokens.IsEmpty && IsOwn(tokens.Span) ? 1 : 0;
        _result!.Append('<').Append(LocalName(tokens.Span));
        foreach (var (name, value) in tokens.Attributes)
        {
            AppendAttribute(tokens.Text.AsSpan(name.Start, name.Length), tokens.ValueOf(value));
        }

        _result.Append(tokens.IsEmpty ? " />" : ">");
    }

    private void AppendAttribute(ReadOnlySpan<char> name, string value)
    {
        if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase) && FeedNames.PrefixOf(value) is FeedNames.Xhtml)
        {
            return; // HTML needs no namespace.
        }

        var isAddress = element.Origin is not null && AddressAttributes.Contains(name.ToString(), StringComparer.OrdinalIgnoreCase);
        _result!.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(isAddress ? Absolute(value) : value)).Append('"');
    }

    private string Absolute(string address) =>
        Uri.TryCreate(element.Origin, address, out var whole) ? whole.AbsoluteUri : address;

    /// <summary>The name without the prefix that HTML's namespace has here.</summary>
    private ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon > 0 && scope.Meaning(name[..colon]) is FeedNames.Xhtml ? name[(colon + 1)..] : name;
    }
}
