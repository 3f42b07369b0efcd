using Claviger.Aws;

namespace Claviger.Console;

/// <summary>One page of a list, searched and sorted at the server as its address asks for: <c>q</c>, <c>sort</c>, <c>page</c>, <c>marker</c>.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record ListPage<T>(IReadOnlyList<T> Items)
{
    /// <summary>How many there are, as far as it is known.</summary>
    public string? Count { get; init; }

    /// <summary>The address of the next page; null if this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>The address of the page before; null if there is none, or it is known to the browser alone.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether it sorts by other columns than its first.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Why there is no list; null if there is one.</summary>
    public AwsError? Error { get; init; }
}
