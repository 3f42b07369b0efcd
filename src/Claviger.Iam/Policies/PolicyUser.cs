namespace Claviger.Iam;

/// <summary>An entity that uses a managed policy, with the key by which it stands in the order of the policy's users.</summary>
internal sealed record PolicyUser(string Key, PolicyHolderKind Kind, string Id, string Name, string Path);
