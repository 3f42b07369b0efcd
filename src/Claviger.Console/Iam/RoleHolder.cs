using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>A role, as what policies are attached to.</summary>
public sealed record RoleHolder(string Name) : PolicyHolder("role", Name)
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public override async ValueTask AttachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(AttachRolePolicyRequest.Operation, new() { RoleName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask DetachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(DetachRolePolicyRequest.Operation, new() { RoleName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<AttachedPolicyShape>> ListAttachedAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListAttachedRolePoliciesRequest.Operation, new() { RoleName = Name, MaxItems = Most })).AttachedPolicies ?? [];

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> ListInlineAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListRolePoliciesRequest.Operation, new() { RoleName = Name, MaxItems = Most })).PolicyNames;

    /// <inheritdoc/>
    public override async ValueTask<string> GetInlineAsync(PrincipalCalls aws, string policyName) =>
        PolicyText.Decode((await aws.CallAsync(GetRolePolicyRequest.Operation, new() { RoleName = Name, PolicyName = policyName })).PolicyDocument);

    /// <inheritdoc/>
    public override async ValueTask PutInlineAsync(PrincipalCalls aws, string policyName, string document) =>
        await aws.CallAsync(PutRolePolicyRequest.Operation, new() { RoleName = Name, PolicyName = policyName, PolicyDocument = document });

    /// <inheritdoc/>
    public override async ValueTask DeleteInlineAsync(PrincipalCalls aws, string policyName) =>
        await aws.CallAsync(DeleteRolePolicyRequest.Operation, new() { RoleName = Name, PolicyName = policyName });
}
