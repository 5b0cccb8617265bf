namespace Bot.TelegramStandIn.Specification;

/// <summary>A field of a method or of a type.</summary>
/// <param name="Types">Any of these; lists end in "[]".</param>
public sealed record ApiField(string Name, IReadOnlyList<string> Types, bool IsRequired, Limit Limit);

/// <summary>A method and what it gives back.</summary>
public sealed record ApiMethod(string Name, IReadOnlyList<string> Returns, IReadOnlyList<ApiField> Fields)
{
    public ApiField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>An object with fields, or one of several types.</summary>
/// <param name="Subtypes">What it can be; empty when it has fields of its own.</param>
public sealed record ApiType(string Name, IReadOnlyList<string> Subtypes, IReadOnlyList<ApiField> Fields)
{
    /// <summary>A field that has one value only tells what the object is ("type": "article").</summary>
    public IEnumerable<ApiField> Marks => Fields.Where(candidate => candidate.Limit.OneOf.Count == 1);
}

/// <summary>Telegram's Bot API as data: what methods and types there are, and what is allowed in them.</summary>
/// <param name="Version">As the documentation names it, with its day.</param>
public sealed record ApiSpecification(string Version, IReadOnlyDictionary<string, ApiMethod> Methods, IReadOnlyDictionary<string, ApiType> Types)
{
    private static readonly Lazy<ApiSpecification> Kept = new(() => ApiText.Read(KeptText()));

    /// <summary>The one that this project was built with.</summary>
    public static ApiSpecification Current => Kept.Value;

    /// <summary>The text of <see cref="Current"/>.</summary>
    public static string KeptText() => Resource.Read("bot-api.txt");
}
