using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Configuration;

/// <summary>Where the archive is kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The data folder, made when it is missing; <c>--data</c> wins over it. Relative to the working directory.</summary>
    [Required]
    public string Folder { get; init; } = "data";
}
