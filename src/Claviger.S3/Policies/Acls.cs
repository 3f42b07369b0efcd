using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>ACLs where ownership is enforced: all say that the bucket's owner may do all, and none that says else can be set.</summary>
internal static class Acls
{
    private const string FullControl = "FULL_CONTROL";

    /// <summary>Refuses an ACL that would have an effect.</summary>
    /// <exception cref="AwsError">AccessControlListNotSupported.</exception>
    // AWS: what comes to the same as none is taken, for clients send it without being asked.
    public static void DemandHarmless(string? canned, params ReadOnlySpan<string?> grants)
    {
        if (canned is not (null or "private" or "bucket-owner-full-control"))
        {
            throw S3Error.AclNotSupported();
        }

        DemandNoGrants(grants);
    }

    /// <exception cref="AwsError">MissingSecurityHeader: neither a header nor a document says what the ACL shall be.</exception>
    public static void DemandSome(string? canned, AccessControlPolicyShape? policy)
    {
        if (canned is null && policy is null)
        {
            throw S3Error.MissingSecurityHeader("x-amz-acl");
        }
    }

    /// <exception cref="AwsError">AccessControlListNotSupported.</exception>
    public static void DemandNoGrants(params ReadOnlySpan<string?> grants)
    {
        foreach (var grant in grants)
        {
            if (grant is not null)
            {
                throw S3Error.AclNotSupported();
            }
        }
    }

    /// <summary>400: a new bucket can't have an ACL and enforced ownership.</summary>
    public static AwsError NotWithOwnership() => new(
        "InvalidBucketAclWithObjectOwnership", 400, "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");

    /// <summary>The bucket's owner as documents name it.</summary>
    public static OwnerShape Owner(BucketRecord bucket, ReadTransaction state) =>
        new() { ID = Accounts.Find(state, bucket.Account)?.CanonicalUserId };

    /// <summary>The one grant that there is.</summary>
    public static IReadOnlyList<GrantShape> Grants(OwnerShape owner) =>
        [new GrantShape { Grantee = new GranteeShape { ID = owner.ID, Type = "CanonicalUser" }, Permission = FullControl }];

    /// <summary>Refuses a document, unless it says what is so.</summary>
    /// <exception cref="AwsError">AccessControlListNotSupported.</exception>
    public static void DemandOwners(AccessControlPolicyShape? policy, OwnerShape owner)
    {
        var isSame = policy is null || (policy.Owner?.ID == owner.ID
            && policy.Grants is [{ Permission: FullControl, Grantee.ID: { } grantee }] && grantee == owner.ID);
        if (!isSame)
        {
            throw S3Error.AclNotSupported();
        }
    }

    /// <summary>The canonical user id of the caller's account; null for who has none.</summary>
    public static string? CanonicalId(CallContext call, ReadTransaction state) => Accounts.Find(state, call.Caller.Account)?.CanonicalUserId;
}
