using System.Diagnostics.CodeAnalysis;
using Claviger.Aws;

namespace Claviger.Console;

/// <summary>What a call came to: its response, or AWS's error.</summary>
/// <typeparam name="T">The response's shape.</typeparam>
public sealed record Answer<T>(T? Value, AwsError? Error)
    where T : class
{
    /// <summary>Whether there is a response.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsGiven => Value is not null;
}
