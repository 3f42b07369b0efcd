namespace Claviger.Iam;

/// <summary>What a ListAttached…Policies request asks for.</summary>
internal readonly record struct AttachedPoliciesQuery(string Name, string? PathPrefix, string? Marker, int? MaxItems);
