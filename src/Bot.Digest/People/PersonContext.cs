namespace Bot.Digest.People;

/// <summary>What roles say of somebody, for telling people of one name apart.</summary>
/// <param name="Fields">Fields of life of roles held now.</param>
/// <param name="Earlier">Fields of roles held at another time ("former goalkeeper").</param>
/// <param name="Names">Folded words with a capital: clubs, firms, places.</param>
public sealed record PersonContext(RoleField Fields, RoleField Earlier, IReadOnlySet<string> Names)
{
    private const int ShortestName = 3; // letters; shorter ones ("FC", "of") are shared by chance

    /// <summary>Nothing is known.</summary>
    public static PersonContext None { get; } = new(RoleField.None, RoleField.None, new HashSet<string>());

    /// <summary>What these roles say together.</summary>
    /// <param name="roles">As printed.</param>
    public static PersonContext Of(IEnumerable<string> roles)
    {
        var (fields, earlier, names) = (RoleField.None, RoleField.None, new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in roles)
        {
            var found = RoleField.None;
            foreach (var word in role.AsSpan().SplitAny(" ,.;:()/’'"))
            {
                found |= Word(role.AsSpan()[word], names);
            }

            var (now, past) = (found & RoleField.Past) == 0 ? (found, RoleField.None) : (RoleField.None, found & ~RoleField.Past);
            (fields, earlier) = (fields | now, earlier | past);
        }

        return new PersonContext(fields, earlier, names);
    }

    /// <summary>What is known of both together.</summary>
    public PersonContext And(PersonContext other) =>
        new(Fields | other.Fields, Earlier | other.Earlier, new HashSet<string>(Names.Union(other.Names)));

    /// <summary>
    /// Whether the two are clearly not one person: every field of the one is seldom found beside every field of the other, be it at an
    /// earlier time, and no club, firm or place is shared. False whenever either says too little.
    /// </summary>
    public bool Disagrees(PersonContext other) =>
        RoleFields.AreApart(Fields, other.Fields)
        && (Fields & other.Earlier) == 0 && (Earlier & other.Fields) == 0
        && !Names.Overlaps(other.Names);

    /// <summary>How much the two have in common: a shared club, firm or place counts three, a shared field two.</summary>
    public int Likeness(PersonContext other) =>
        (Names.Overlaps(other.Names) ? 3 : 0) + (((Fields | Earlier) & (other.Fields | other.Earlier)) != 0 ? 2 : 0);

    private static RoleField Word(ReadOnlySpan<char> word, HashSet<string> names)
    {
        var field = RoleFields.Of(word);
        if (field == RoleField.None && word.Length >= ShortestName && char.IsUpper(word[0]))
        {
            names.Add(NameKeys.Fold(word.ToString()));
        }

        return field;
    }
}
