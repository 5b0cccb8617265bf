using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Bot.Host.Configuration;

/// <summary>One key of the settings, and the property that holds its value.</summary>
/// <param name="Key">The whole key ("Web:Address").</param>
public sealed record Setting(string Key, PropertyInfo Property)
{
    /// <summary>Whether the value is of the property's kind, or not set.</summary>
    public bool IsReadable(IConfiguration configuration) => configuration[Key] is null || Value(configuration) is not null;

    /// <summary>What is wrong with the value and what to write instead; null when it is of its kind and within the limits of its attributes, or not set.</summary>
    public string? Problem(IConfiguration configuration) =>
        configuration[Key] is not { } text
            || (Value(configuration) is { } value && Property.GetCustomAttributes<ValidationAttribute>().All(limit => limit.IsValid(value)))
            ? null
            : $"{Key} is \"{text}\"; write {Kind()}.";

    private object? Value(IConfiguration configuration)
    {
        try
        {
            return configuration.GetValue(Property.PropertyType, Key);
        }
        catch (InvalidOperationException)
        {
            // What the binder says to a text that is none of the kind.
            return null;
        }
    }

    private string Kind() =>
        Property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{(Property.PropertyType == typeof(TimeSpan) ? "a time" : "a whole number")} from {range.Minimum} to {range.Maximum}"
        : Property.PropertyType.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(Property.PropertyType))}"
        : Property.PropertyType == typeof(bool) ? "true or false"
        : Property.PropertyType == typeof(int) ? "a whole number"
        : $"it like \"{Property.GetValue(Activator.CreateInstance(Property.DeclaringType!))}\"";
}
