namespace Bot.Digest.People;

/// <summary>Fields of life that roles tell; members are named as in <c>Language/…/RoleFields.txt</c>.</summary>
[Flags]
public enum RoleField
{
    None = 0,
    Sport = 1 << 0,
    Politics = 1 << 1,
    Law = 1 << 2,

    /// <summary>Police, fire service and armed forces.</summary>
    Order = 1 << 3,
    Medicine = 1 << 4,
    Science = 1 << 5,
    Arts = 1 << 6,
    Media = 1 << 7,
    Business = 1 << 8,
    Faith = 1 << 9,
    Teaching = 1 << 10,

    /// <summary>Trades, farms and boats.</summary>
    Craft = 1 << 11,

    /// <summary>Not a field: the role was held at another time ("former").</summary>
    Past = 1 << 12,
}
