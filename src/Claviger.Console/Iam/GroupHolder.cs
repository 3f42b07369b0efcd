using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>A group, as what policies are attached to.</summary>
public sealed record GroupHolder(string Name) : PolicyHolder("group", Name)
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public override async ValueTask AttachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(AttachGroupPolicyRequest.Operation, new() { GroupName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask DetachAsync(PrincipalCalls aws, string policyArn) =>
        await aws.CallAsync(DetachGroupPolicyRequest.Operation, new() { GroupName = Name, PolicyArn = policyArn });

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<AttachedPolicyShape>> ListAttachedAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListAttachedGroupPoliciesRequest.Operation, new() { GroupName = Name, MaxItems = Most })).AttachedPolicies ?? [];

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> ListInlineAsync(PrincipalCalls aws) =>
        (await aws.CallAsync(ListGroupPoliciesRequest.Operation, new() { GroupName = Name, MaxItems = Most })).PolicyNames;

    /// <inheritdoc/>
    public override async ValueTask<string> GetInlineAsync(PrincipalCalls aws, string policyName) =>
        PolicyText.Decode((await aws.CallAsync(GetGroupPolicyRequest.Operation, new() { GroupName = Name, PolicyName = policyName })).PolicyDocument);

    /// <inheritdoc/>
    public override async ValueTask PutInlineAsync(PrincipalCalls aws, string policyName, string document) =>
        await aws.CallAsync(PutGroupPolicyRequest.Operation, new() { GroupName = Name, PolicyName = policyName, PolicyDocument = document });

    /// <inheritdoc/>
    public override async ValueTask DeleteInlineAsync(PrincipalCalls aws, string policyName) =>
        await aws.CallAsync(DeleteGroupPolicyRequest.Operation, new() { GroupName = Name, PolicyName = policyName });
}
