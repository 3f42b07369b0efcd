using Claviger.Aws;

namespace Claviger.Iam;

/// <summary>The organizations that accounts of this server are in, which are none: IAM says so as AWS does to an account that is in none.</summary>
internal static class Organizations
{
    public static AwsError NotFound() => AwsError.OrganizationNotFoundException("The account is not a member of an organization.");
}
