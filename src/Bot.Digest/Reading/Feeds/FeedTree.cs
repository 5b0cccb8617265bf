namespace Bot.Digest.Reading.Feeds;

/// <summary>What was found in a document: the feed's own elements, and its items.</summary>
/// <param name="Root">Key of the root element.</param>
/// <param name="Head">The element that describes the feed: <c>channel</c> or <c>feed</c>.</param>
/// <param name="Items">In document order, at most <see cref="FeedReader.MostItems"/>: the newest.</param>
internal sealed record FeedDocument(string Root, FeedElement Head, IReadOnlyList<FeedElement> Items, int ItemsLeftOut);

/// <summary>Puts the tokens of a feed together to the few elements that are understood.</summary>
internal sealed class FeedTree
{
    /// <summary>The deepest container that means something stands six deep (an author of a source of an entry).</summary>
    private const int DeepestContainer = 16;

    /// <summary>More elements in one item, or outside of items, are no description of anything.</summary>
    private const int MostElements = 4_000;

    private const int LongestContainerText = 512;

    /// <summary>Tags of a page, or words of an error, that may stand before a feed.</summary>
    private const int MostTagsBefore = 64;

    private readonly FeedTokens _tokens;
    private readonly FeedScope _scope = new();
    private readonly List<(string Printed, FeedElement Element)> _open = [];
    private readonly NewestItems _items = new();
    private readonly FeedElement _outside;
    private FeedElement? _head;
    private string? _root;
    private int _elements;
    private int _tagsBefore;

    private FeedTree(string text, Uri? address)
    {
        _tokens = new FeedTokens(text);
        _outside = new FeedElement(new("", IsContainer: true)) { Origin = address };
    }

    /// <summary>Null when it is no feed.</summary>
    public static FeedDocument? Of(string text, Uri? address) => new FeedTree(text, address).Read();

    private FeedDocument? Read()
    {
        while (_tokens.Next())
        {
            if (_tokens.Kind is FeedTokenKind.Open && !Open())
            {
                break;
            }

            if (_tokens.Kind is FeedTokenKind.Close)
            {
                Close(_tokens.Span);
            }
            else if (_tokens.Kind is not FeedTokenKind.Open)
            {
                AddText();
            }
        }

        CloseDownTo(0);
        return _root is null ? null : new(_root, _head ?? _outside, _items.Kept(), _items.LeftOut);
    }

    /// <summary>False when what begins here shows that it is no feed.</summary>
    private bool Open()
    {
        _scope.Enter(_tokens, _open.Count);
        var name = _scope.NameOf(_tokens.Span);
        if (_root is null)
        {
            if (name is not { IsRoot: true })
            {
                _scope.Leave(_open.Count);
                return ++_tagsBefore < MostTagsBefore && !_tokens.Span.Equals("html", StringComparison.OrdinalIgnoreCase);
            }

            _root = name.Key;
        }

        if (name is { IsItem: true })
        {
            CloseItem();
            _elements = 0;
        }

        Add(name);
        return true;
    }

    private void Add(FeedName? name)
    {
        var isKept = name is not null && (!name.IsContainer || _open.Count < DeepestContainer) && ++_elements <= MostElements;
        var printed = _tokens.Span.ToString();
        var element = isKept ? FeedElement.Of(name!, _tokens, Parent) : null;
        if (element is { } && !element.IsItem)
        {
            Parent.Children.Add(element);
        }

        if (element is not null && name!.IsContainer)
        {
            _head = element.Key is "channel" or "feed" ? _head ?? element : _head;
            _open.Add((printed, element));
            if (_tokens.IsEmpty)
            {
                CloseDownTo(_open.Count - 1);
            }
        }
        else
        {
            ReadText(element, printed);
            _scope.Leave(_open.Count);
        }
    }

    /// <summary>RSS writes as text what Atom writes as elements: an author, the address of a picture.</summary>
    private void AddText()
    {
        var text = _tokens.Span.Trim();
        var holder = Parent;
        if (_open.Count > 0 && !text.IsEmpty && holder.Text.Length < LongestContainerText)
        {
            holder.Text += _tokens.Entities.Decoded(text[..Math.Min(text.Length, LongestContainerText)]);
        }
    }

    private void ReadText(FeedElement? element, string printed)
    {
        if (!_tokens.IsEmpty)
        {
            new FeedMarkup(_tokens, _scope, element, printed, _open.Count).Read(IsAround);
        }
    }

    private FeedElement Parent => _open.Count > 0 ? _open[^1].Element : _outside;

    private bool IsAround(ReadOnlySpan<char> name) => Find(name) >= 0;

    private int Find(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.Equals(_open[i].Printed, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private void Close(ReadOnlySpan<char> name)
    {
        if (Find(name) is >= 0 and var at)
        {
            CloseDownTo(at);
        }
    }

    /// <summary>An item whose closing tag is missing ends where the next begins.</summary>
    private void CloseItem()
    {
        if (_open.FindIndex(open => open.Element.IsItem) is >= 0 and var at)
        {
            CloseDownTo(at);
        }
    }

    private void CloseDownTo(int count)
    {
        while (_open.Count > count)
        {
            var element = _open[^1].Element;
            _open.RemoveAt(_open.Count - 1);
            _scope.Leave(_open.Count);
            if (element.IsItem)
            {
                _items.Add(element);
                _elements = 0;
            }
        }
    }
}
