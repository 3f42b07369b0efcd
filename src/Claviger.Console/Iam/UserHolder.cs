using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>A user, as what policies are attached to.</summary>
public sealed record UserHolder(string Name) : PolicyHolder("user", Name)
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public override async ValueTask AttachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(AttachUserPolicyRequest.Operation, new() { UserName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask DetachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(DetachUserPolicyRequest.Operation, new() { UserName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<AttachedPolicyShape>> ListAttachedAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListAttachedUserPoliciesRequest.Operation, new() { UserName = Name, MaxItems = Most })).AttachedPolicies ?? [];

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> ListInlineAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListUserPoliciesRequest.Operation, new() { UserName = Name, MaxItems = Most })).PolicyNames;

    /// <inheritdoc/>
    public override async ValueTask<string> GetInlineAsync(PrincipalCalls aws, string policyName) =>
        PolicyText.Decode((await aws.CallAsync(GetUserPolicyRequest.Operation, new() { UserName = Name, PolicyName = policyName })).PolicyDocument);

    /// <inheritdoc/>
    public override async ValueTask PutInlineAsync(PrincipalCalls aws, string policyName, string document) =>
        await aws.CallAsync(PutUserPolicyRequest.Operation, new() { UserName = Name, PolicyName = policyName, PolicyDocument = document });

    /// <inheritdoc/>
    public override async ValueTask DeleteInlineAsync(PrincipalCalls aws, string policyName) =>
        await aws.CallAsync(DeleteUserPolicyRequest.Operation, new() { UserName = Name, PolicyName = policyName });
}
