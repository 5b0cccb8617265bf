using Bot.Digest.Ports;

namespace Bot.Host.Storage.Corrections;

/// <summary>Conditions on quotes that admins marked as wrong, for @Asker. A community that marked nothing pays next to nothing for them.</summary>
internal static class MarkedQuotes
{
    /// <summary>The mark of the quote q: where there are two, the one that hides it; null for none.</summary>
    public const string MarkOfQuote = "(select min(m.mark) from marked_quotes m where m.quote_id = q.id and m.community_id in (@Asker, 1))";

    /// <summary>Condition that a quote stands on its speaker's card and in the counts.</summary>
    public static string Unmarked(string quote) => $"{quote} not in (select m.quote_id from marked_quotes m where m.community_id in (@Asker, 1))";

    /// <summary>Condition that a quote is not hidden.</summary>
    public static string Unhidden(string quote) =>
        $"{quote} not in (select m.quote_id from marked_quotes m where m.community_id in (@Asker, 1) and m.mark = {(int)QuoteMark.Hidden})";

    /// <summary>How many quotes of a person are marked that @Asker would see.</summary>
    /// <param name="which">A further condition on the quotes q.</param>
    public static string CountOf(string person, string which) => $"""
        (select count(distinct m.quote_id)
         from marked_quotes m
         join quotes q on q.id = m.quote_id
         where m.community_id in (@Asker, 1) and q.person_id = {person} and q.source_id in {Visible.Sources} and {which})
        """;

    /// <summary>Condition that a sentence of an article holds no words of a hidden quote.</summary>
    public static string HoldsNone(string article, string paragraph, string start, string end) => $"""
        not exists (
            select 1
            from marked_quotes m
            join quotes h on h.id = m.quote_id
            where m.community_id in (@Asker, 1) and m.mark = {(int)QuoteMark.Hidden} and h.article_id = {article}
                and ((h.paragraph = {paragraph} and h.span_start < {end} and h.span_end > {start}) or {paragraph} between h.paragraph + 1 and h.last_paragraph))
        """;
}
