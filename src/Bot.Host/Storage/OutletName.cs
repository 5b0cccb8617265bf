namespace Bot.Host.Storage;

/// <summary>What a source is called: as the asking community named it, else as the operator did for everybody, else as it names itself.</summary>
internal static class OutletName
{
    /// <summary>The name of source s for @Asker. No community renames a source for others.</summary>
    public const string Shown = """
        coalesce(
            (select n.name
             from community_sources n
             where n.source_id = s.id and n.community_id in (@Asker, 1) and n.name is not null
             order by n.community_id = @Asker desc
             limit 1),
            s.name)
        """;
}
