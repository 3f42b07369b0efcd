using Claviger.Aws.Shapes.Iam;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The deletion of a user, group, role or policy with all that hangs on it, which the API wants taken away first.</summary>
internal sealed record Deletion(string What, string Name, string Plural, string List, string Consequence, Func<PrincipalCalls, Task> RunAsync)
{
    /// <summary>The deletion that a page's query asks for.</summary>
    public static Deletion Of(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["policy"].ToString() is { Length: > 0 } arn)
        {
            return new("policy", PolicyFinder.NameOf(arn), "Policies", "/iam/policies", "It is detached from all that it is attached to, and its versions go with it.", aws => DeletePolicyAsync(aws, arn));
        }

        return PolicyHolder.Of(http) switch
        {
            GroupHolder group => new("group", group.Name, "User groups", "/iam/groups", "Its users stay, and may no longer do what only the group let them.", aws => DeleteGroupAsync(aws, group)),
            RoleHolder role => new("role", role.Name, "Roles", "/iam/roles", "Whoever uses it can do nothing with it from then on; sessions that are open end.", aws => DeleteRoleAsync(aws, role)),
            var user => new("user", user?.Name ?? "", "Users", "/iam/users", "Its password, access keys and inline policies go with it; whoever uses them is out at once.", aws => DeleteUserAsync(aws, new UserHolder(user?.Name ?? ""))),
        };
    }

    /// <summary>Takes an MFA device away from its owner, and deletes it.</summary>
    public static async Task RemoveDeviceAsync(PrincipalCalls aws, string userName, string serialNumber)
    {
        await aws.CallAsync(DeactivateMFADeviceRequest.Operation, new() { UserName = userName, SerialNumber = serialNumber });
        await aws.CallAsync(DeleteVirtualMFADeviceRequest.Operation, new() { SerialNumber = serialNumber });
    }

    private static async Task DeleteUserAsync(PrincipalCalls aws, UserHolder user)
    {
        var name = user.Name;
        foreach (var key in (await aws.CallAsync(ListAccessKeysRequest.Operation, new() { UserName = name })).AccessKeyMetadata)
        {
            await aws.CallAsync(DeleteAccessKeyRequest.Operation, new() { UserName = name, AccessKeyId = key.AccessKeyId! });
        }

        var password = await aws.TryAsync(DeleteLoginProfileRequest.Operation, new() { UserName = name });
        if (password.Error is { Code: not "NoSuchEntity" } error)
        {
            throw error;
        }

        foreach (var group in (await aws.CallAsync(ListGroupsForUserRequest.Operation, new() { UserName = name })).Groups)
        {
            await aws.CallAsync(RemoveUserFromGroupRequest.Operation, new() { GroupName = group.GroupName, UserName = name });
        }

        foreach (var device in (await aws.CallAsync(ListMFADevicesRequest.Operation, new() { UserName = name })).MFADevices)
        {
            await RemoveDeviceAsync(aws, name, device.SerialNumber);
        }

        await StripAsync(aws, user);
        await aws.CallAsync(DeleteUserRequest.Operation, new() { UserName = name });
    }

    private static async Task DeleteGroupAsync(PrincipalCalls aws, GroupHolder group)
    {
        foreach (var user in (await aws.CallAsync(GetGroupRequest.Operation, new() { GroupName = group.Name, MaxItems = 1000 })).Users)
        {
            await aws.CallAsync(RemoveUserFromGroupRequest.Operation, new() { GroupName = group.Name, UserName = user.UserName });
        }

        await StripAsync(aws, group);
        await aws.CallAsync(DeleteGroupRequest.Operation, new() { GroupName = group.Name });
    }

    private static async Task DeleteRoleAsync(PrincipalCalls aws, RoleHolder role)
    {
        foreach (var profile in (await aws.CallAsync(ListInstanceProfilesForRoleRequest.Operation, new() { RoleName = role.Name })).InstanceProfiles)
        {
            await aws.CallAsync(RemoveRoleFromInstanceProfileRequest.Operation, new() { InstanceProfileName = profile.InstanceProfileName, RoleName = role.Name });
            // The one that the console made with the role goes with it; others stay, without a role.
            if (profile.InstanceProfileName == role.Name)
            {
                await aws.CallAsync(DeleteInstanceProfileRequest.Operation, new() { InstanceProfileName = profile.InstanceProfileName });
            }
        }

        await StripAsync(aws, role);
        await aws.CallAsync(DeleteRoleRequest.Operation, new() { RoleName = role.Name });
    }

    private static async Task DeletePolicyAsync(PrincipalCalls aws, string arn)
    {
        var entities = await aws.CallAsync(ListEntitiesForPolicyRequest.Operation, new() { PolicyArn = arn, MaxItems = 1000, PolicyUsageFilter = "PermissionsPolicy" });
        IEnumerable<PolicyHolder> holders =
        [
            .. (entities.PolicyUsers ?? []).Select(user => new UserHolder(user.UserName!)),
            .. (entities.PolicyGroups ?? []).Select(group => new GroupHolder(group.GroupName!)),
            .. (entities.PolicyRoles ?? []).Select(role => new RoleHolder(role.RoleName!)),
        ];
        foreach (var holder in holders)
        {
            await holder.DetachAsync(aws, arn);
        }

        foreach (var version in (await aws.CallAsync(ListPolicyVersionsRequest.Operation, new() { PolicyArn = arn })).Versions ?? [])
        {
            if (version.IsDefaultVersion is not true)
            {
                await aws.CallAsync(DeletePolicyVersionRequest.Operation, new() { PolicyArn = arn, VersionId = version.VersionId! });
            }
        }

        await aws.CallAsync(DeletePolicyRequest.Operation, new() { PolicyArn = arn });
    }

    private static async Task StripAsync(PrincipalCalls aws, PolicyHolder holder)
    {
        foreach (var policy in await holder.ListAttachedAsync(aws))
        {
            await holder.DetachAsync(aws, policy.PolicyArn!);
        }

        foreach (var policy in await holder.ListInlineAsync(aws))
        {
            await holder.DeleteInlineAsync(aws, policy);
        }
    }
}
