using System.Globalization;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A version of a customer managed policy. Its document never changes.</summary>
public sealed record PolicyVersionRecord
{
    /// <summary>The account that the policy belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the policy.</summary>
    public required string PolicyId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The document as submitted.</summary>
    public required string Document { get; init; }

    /// <summary>When the version was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>AWS's name of the version, such as <c>v1</c>.</summary>
    public string VersionId => string.Create(CultureInfo.InvariantCulture, $"v{Number}");
}
