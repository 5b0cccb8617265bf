using System.Globalization;
using System.Resources;

namespace Bot.Digest.Chat;

/// <summary>
/// The interface's words in the reader's language: resources chosen by <see cref="CultureInfo.CurrentUICulture"/>, English where a language has none.
/// A key that depends on a number exists as <c>KeyOne</c> and <c>KeyOther</c>.
/// </summary>
internal sealed class MessageCatalogue(string name)
{
    private readonly ResourceManager _resources = new(name, typeof(MessageCatalogue).Assembly);

    /// <summary>The words of a key. Throws <see cref="MissingManifestResourceException"/> for a key that the English resources lack.</summary>
    public string this[string key] => _resources.GetString(key, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException(key);

    /// <summary>The words of a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string Fill(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>The form that a number takes; <c>{0}</c> is the number, further values follow.</summary>
    public string Count(string key, int count, params ReadOnlySpan<object?> values) =>
        Fill(key + (count == 1 ? "One" : "Other"), [count, .. values]);

    /// <summary>The words of a key with nodes in the places of <c>{0}</c>, <c>{1}</c> …</summary>
    public RichText Fill(string key, params ReadOnlySpan<Inline> nodes) => RichText.Fill(this[key], nodes);
}
