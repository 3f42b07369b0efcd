using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A report that was asked for, kept for those who fetch it.</summary>
public sealed record ReportRecord
{
    /// <summary>The account that it is about.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Id of the report within the account.</summary>
    public required string Id { get; init; }

    /// <summary>The report, or what it is to be about.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
