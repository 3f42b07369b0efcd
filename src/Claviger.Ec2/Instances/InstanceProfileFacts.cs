namespace Claviger.Ec2;

/// <summary>The instance profile of an instance and the role that it holds now.</summary>
/// <param name="Arn">The profile's ARN.</param>
/// <param name="Id">The profile's unique id (AIPA…).</param>
/// <param name="RoleArn">The role's ARN; null where the profile holds none.</param>
/// <param name="RoleName">The role's name; null where the profile holds none.</param>
public sealed record InstanceProfileFacts(string Arn, string Id, string? RoleArn, string? RoleName)
{
    /// <summary>The role's unique id (AROA…), by which one made anew under the same name is known to be another.</summary>
    public string? RoleId { get; init; }
}
