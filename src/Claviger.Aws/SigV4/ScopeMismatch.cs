namespace Claviger.Aws;

/// <summary>What of a credential's scope is not as the request wants it; null for what is.</summary>
public readonly record struct ScopeMismatch
{
    /// <summary>A region in no form that regions have.</summary>
    public string? Region { get; init; }

    /// <summary>The service found in the scope; null if it is the right one.</summary>
    public string? Service { get; init; }

    /// <summary>The service that it should have been.</summary>
    public string ExpectedService { get; init; }

    /// <summary>A terminator that is not <c>aws4_request</c>.</summary>
    public string? Terminator { get; init; }

    /// <summary>A date that is not the request's.</summary>
    public string? Date { get; init; }

    /// <summary>The request's time, <c>yyyyMMddTHHmmssZ</c>.</summary>
    public string RequestTime { get; init; }

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => Region is not null || Service is not null || Terminator is not null || Date is not null;
}
