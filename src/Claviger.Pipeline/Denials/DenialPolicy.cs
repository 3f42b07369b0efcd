using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>A policy that took part in a denial.</summary>
/// <param name="Uri">What names it: its ARN, or that of what it is part of with its name behind a <c>#</c>.</param>
/// <param name="Kind">The part that it played.</param>
/// <param name="IsInline">Whether it is part of what it is attached to.</param>
/// <param name="AttachedTo">The ARN of what it is attached to; null if that is not known.</param>
/// <param name="Hash">What its text, as it was, is found by.</param>
public sealed record DenialPolicy(string Uri, PolicyKind Kind, bool IsInline, string? AttachedTo, string Hash);
