using System.Text;

namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// Reads a sitemap in XML. Namespaces tell nothing here that the elements around a name do not: pictures and videos have addresses,
/// titles and dates of their own, and are passed over.
/// </summary>
internal sealed class SitemapTokens(string text, Uri? address)
{
    private const int MostTagsBefore = 64;
    private const int LongestText = 4_096;

    private readonly FeedTokens _tokens = new(text);
    private readonly List<SitemapEntry> _pages = [];
    private readonly List<SitemapEntry> _sitemaps = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly StringBuilder _value = new();
    private bool _isSitemap;
    private string? _passed;
    private string? _field;

    public Sitemap? Read()
    {
        for (var tags = 0; _tokens.Next();)
        {
            switch (_tokens.Kind)
            {
                case FeedTokenKind.Open:
                    Open(Local(_tokens.Span));
                    tags++;
                    break;
                case FeedTokenKind.Close:
                    Close(Local(_tokens.Span));
                    break;
                default:
                    AppendValue();
                    break;
            }

            if (!_isSitemap && tags >= MostTagsBefore)
            {
                break;
            }
        }

        return _isSitemap ? SitemapReader.Limited(_pages, _sitemaps) : null;
    }

    private void Open(string name)
    {
        _isSitemap |= name is "urlset" or "sitemapindex";
        if (_passed is not null)
        {
            return;
        }

        if (name is "url" or "sitemap")
        {
            _fields.Clear();
        }

        _passed = name is "image" or "video" && !_tokens.IsEmpty ? name : null;
        _field = name is "loc" or "lastmod" or "title" or "publication_date" or "name" or "language" && !_tokens.IsEmpty ? name : null;
        _value.Clear();
    }

    private void Close(string name)
    {
        if (name == _passed)
        {
            _passed = null;
        }
        else if (name == _field && _value.Length > 0)
        {
            _fields.TryAdd(name, _value.ToString());
        }
        else if (name is "url" or "sitemap")
        {
            _passed = null;
            Add(name == "url" ? _pages : _sitemaps);
            _fields.Clear();
        }

        _field = null;
    }

    private void AppendValue()
    {
        if (_field is null || _passed is not null || _value.Length > LongestText)
        {
            return;
        }

        var piece = _tokens.Span.Trim();
        piece = piece[..Math.Min(piece.Length, LongestText)];
        if (_tokens.Kind is FeedTokenKind.CharacterData)
        {
            _value.Append(piece);
        }
        else
        {
            _tokens.Entities.AppendDecoded(_value, piece);
        }
    }

    private void Add(List<SitemapEntry> entries)
    {
        if (_isSitemap && FeedAddress.Of(_fields.GetValueOrDefault("loc"), address) is { } page)
        {
            entries.Add(new(page, FeedDates.Parse(_fields.GetValueOrDefault("lastmod")), NewsOf()));
        }
    }

    private SitemapNews? NewsOf()
    {
        var title = CleanText.Line(MarkupWords.Of(_fields.GetValueOrDefault("title", "")));
        var outlet = CleanText.Line(_fields.GetValueOrDefault("name"));
        var published = FeedDates.Parse(_fields.GetValueOrDefault("publication_date"));
        return title.Length == 0 && published is null ? null
            : new(
                title.Length > 0 ? Titles.Limited(title) : null,
                published,
                outlet.Length > 0 ? Titles.Limited(outlet) : null,
                _fields.GetValueOrDefault("language"));
    }

    private static string Local(ReadOnlySpan<char> name) => name[(name.LastIndexOf(':') + 1)..] switch
    {
        "urlset" => "urlset",
        "url" => "url",
        "loc" => "loc",
        "lastmod" => "lastmod",
        var other => other.ToString().ToLowerInvariant(),
    };
}
