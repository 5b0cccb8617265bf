namespace Bot.Host.Storage;

/// <summary>What is stored of the dated sentences of an article, with the people whom they name.</summary>
internal static class EventRows
{
    /// <summary>Adds the dated sentences of an article.</summary>
    /// <param name="persons">The person of each entry of the findings, in the same order.</param>
    public static void Gather(GatheredRows rows, long article, long source, ArticleParts parts, IReadOnlyList<long> persons)
    {
        foreach (var (number, dated) in parts.Understood.Findings.Events.Index())
        {
            var sentence = parts.Locate(dated.Sentence);
            var offset = dated.Sentence.Start - sentence.Start;
            var (from, to, weight) = (Stored.Day(dated.From), Stored.Day(dated.To), Stored.Share(dated.Weight));
            rows.Add(ArticleSql.Event, new
            {
                Article = article,
                Number = number,
                sentence.Paragraph,
                sentence.Start,
                sentence.End,
                ExpressionStart = dated.Expression.Start - offset,
                ExpressionEnd = dated.Expression.End - offset,
                From = from,
                To = to,
                Precision = (long)dated.Precision,
                dated.Rule,
                dated.Planned,
                Weight = weight,
            });
            foreach (var person in parts.PeopleOf(dated).Select(at => persons[at]).Distinct())
            {
                rows.Add(ArticleSql.EventPerson, new
                {
                    Person = person,
                    Weight = weight,
                    Article = article,
                    Number = number,
                    From = from,
                    To = to,
                    Source = source,
                });
            }
        }
    }
}
