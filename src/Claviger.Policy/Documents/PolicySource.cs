namespace Claviger.Policy;

/// <summary>A document with the name it goes by in explanations and, if it is a managed policy, its ARN for denial texts.</summary>
/// <param name="Name">What a reader of an explanation calls it.</param>
/// <param name="Arn">The managed policy's ARN; null for an inline policy.</param>
/// <param name="Document">The policy itself.</param>
public sealed record PolicySource(string Name, string? Arn, PolicyDocument Document);
