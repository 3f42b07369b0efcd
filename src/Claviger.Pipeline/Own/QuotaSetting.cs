namespace Claviger.Pipeline;

/// <summary>A quota of an account and its new value.</summary>
internal sealed record QuotaSetting(string Name, long Value);
