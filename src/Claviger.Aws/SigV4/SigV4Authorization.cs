namespace Claviger.Aws;

/// <summary>A request's signature and what it says of itself, taken apart: who signed, when, for which service, over which headers.</summary>
public readonly ref struct SigV4Authorization
{
    /// <summary>Whether it came in the query rather than in the Authorization header.</summary>
    public bool IsPresigned { get; init; }

    /// <summary>The access key's id.</summary>
    public ReadOnlySpan<char> AccessKeyId { get; init; }

    /// <summary>The scope's day, <c>yyyyMMdd</c>.</summary>
    public ReadOnlySpan<char> Day { get; init; }

    /// <summary>The scope's region.</summary>
    public ReadOnlySpan<char> Region { get; init; }

    /// <summary>The scope's service.</summary>
    public ReadOnlySpan<char> Service { get; init; }

    /// <summary>The session token; null if there is none.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>When it was signed, as signed: <c>yyyyMMddTHHmmssZ</c>.</summary>
    internal ReadOnlySpan<char> Date { get; init; }

    /// <summary>The names of the signed headers, separated by semicolons.</summary>
    internal ReadOnlySpan<char> SignedHeaders { get; init; }

    /// <summary>The signature, 64 lower-case hexadecimal digits if it is one.</summary>
    internal ReadOnlySpan<char> Signature { get; init; }
}
