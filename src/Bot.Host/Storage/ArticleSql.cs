namespace Bot.Host.Storage;

/// <summary>The statements that write the parts of an article.</summary>
internal static class ArticleSql
{
    public const string Insert = """
        insert into articles (
            source_id, key, place, title, address, author, language, published_at, published_is_stated, added_at, revision, hash, summary,
            first_quote, quote_count, understanding)
        values (
            @Source, @Key, @Place, @Title, @Address, @Author, @Language, @Published, @Stated, @Now, 1, @Hash, @Summary, @FirstQuote, @QuoteCount,
            @Understanding)
        returning id
        """;

    public const string Update = """
        update articles
        set place = @Place, title = @Title, address = @Address, author = @Author, language = @Language, published_at = @Published,
            published_is_stated = @Stated, revision = revision + @Revisions, hash = @Hash, summary = @Summary, first_quote = @FirstQuote,
            quote_count = @QuoteCount, understanding = @Understanding
        where id = @Id
        """;

    public const string Paragraph = "insert into paragraphs (article_id, number, hash, text) values (@Id, @Number, @Hash, @Text)";

    public const string Quote = """
        insert into quotes (
            id, article_id, source_id, published_at, paragraph, last_paragraph, span_start, span_end, hash, kind, pieces, verbatim,
            cue_start, cue_end, speaker_kind, mention_start, mention_end, speaker, person_id, floating, via_start, via_end,
            translated_start, translated_end, confidence, shown, place, shared)
        values (
            @Id, @Article, @Source, @Published, @Paragraph, @Last, @Start, @End, @Hash, @Kind, @Pieces, @Verbatim,
            @CueStart, @CueEnd, @SpeakerKind, @MentionStart, @MentionEnd, @Speaker, @Person, @Floating, @ViaStart, @ViaEnd,
            @TranslatedStart, @TranslatedEnd, @Confidence, @Shown, @Place, @Shared)
        """;

    public const string Mention =
        "insert into mentions (article_id, person_id, times, quotes, possible) values (@Id, @Person, @Times, @Quotes, @Possible)";

    public const string PersonSource = """
        insert into person_sources (person_id, source_id, articles, mentions, quotes, possible)
        values (@Person, @Source, 1, @Times, @Quotes, @Possible)
        on conflict (person_id, source_id) do update
        set articles = person_sources.articles + 1, mentions = person_sources.mentions + excluded.mentions,
            quotes = person_sources.quotes + excluded.quotes, possible = person_sources.possible + excluded.possible
        """;

    public const string Role = """
        insert into person_roles (person_id, published_at, article_id, text, source_id)
        values (@Person, @Published, @Id, @Text, @Source)
        """;

    public const string Event = """
        insert into events (
            article_id, number, paragraph, sentence_start, sentence_end, expression_start, expression_end,
            from_day, to_day, precision, rule, planned, weight)
        values (
            @Article, @Number, @Paragraph, @Start, @End, @ExpressionStart, @ExpressionEnd, @From, @To, @Precision, @Rule, @Planned, @Weight)
        """;

    public const string EventPerson = """
        insert into event_people (person_id, weight, article_id, number, from_day, to_day, source_id)
        values (@Person, @Weight, @Article, @Number, @From, @To, @Source)
        """;
}
