namespace Claviger.Policy;

/// <summary>A principal as a policy names it.</summary>
/// <param name="Type">AWS, Service, Federated or CanonicalUser. The bare string <c>*</c> is <c>*</c> of type AWS.</param>
/// <param name="Value">The ARN, account, unique id, service, provider or canonical user id.</param>
/// <param name="IsExcluded">Whether it stands in NotPrincipal.</param>
public readonly record struct PrincipalEntry(string Type, string Value, bool IsExcluded);
