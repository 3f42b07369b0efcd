using System.Diagnostics.CodeAnalysis;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tells what policies that a request holds would say to calls, by the engine that decides real ones.</summary>
internal sealed class SimulateCustomPolicy : ReadOperation<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse>
{
    protected override void Refine(SimulateCustomPolicyRequest request, CallContext call)
    {
        CallOf(request).Demand(request.PolicyInputList, request.PermissionsBoundaryPolicyInputList);
        if (request.CallerArn is { } arn && !IsUser(arn, out _))
        {
            throw AwsError.InvalidInput("CallerArn must be the ARN of a user.");
        }
    }

    protected override void Authorize(SimulateCustomPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:SimulateCustomPolicy");

    protected override SimulateCustomPolicyResponse Run(SimulateCustomPolicyRequest request, CallContext call, ReadTransaction state)
    {
        var asked = CallOf(request);
        var account = call.Caller.Account;
        string? userName = null;
        var callerArn = request.CallerArn ?? Arns.User(account, "/", "anybody");
        if (request.CallerArn is { } arn && IsUser(arn, out var parsed))
        {
            account = AccountId.Parse(parsed.Account);
            userName = parsed.Resource[(parsed.Resource.LastIndexOf('/') + 1)..];
        }

        var caller = Principal.User(callerArn, account);
        var simulator = new Simulator(asked, caller, account, asked.Context(caller, callerArn, userName, call))
        {
            Identity = Simulator.Named("PolicyInputList", request.PolicyInputList),
            Boundary = request.PermissionsBoundaryPolicyInputList is { Count: > 0 } boundary
                ? Simulator.Named("PermissionsBoundaryPolicyInputList", boundary)
                : null,
            Organization = request.OrderedOrganizationPolicyInputList is { Count: > 0 } levels
                ? [.. levels.Select(static (level, index) =>
                    Simulator.Named($"OrderedOrganizationPolicyInputList.{index + 1}.ServiceControlPolicyInputList", level.ServiceControlPolicyInputList))]
                : null,
        };
        return new SimulateCustomPolicyResponse
        {
            EvaluationResults = simulator.Run(call, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static bool IsUser(string text, [NotNullWhen(true)] out Arn? arn) =>
        Arn.TryParse(text, out arn) && arn.Service == "iam" && AccountId.TryParse(arn.Account, out _)
        && arn.Resource.StartsWith("user/", StringComparison.Ordinal);

    private static SimulatedCall CallOf(SimulateCustomPolicyRequest request) => new()
    {
        ActionNames = request.ActionNames,
        ResourceArns = request.ResourceArns,
        ResourcePolicy = request.ResourcePolicy,
        ResourceOwner = request.ResourceOwner,
        CallerArn = request.CallerArn,
        ContextEntries = request.ContextEntries,
        MaxItems = request.MaxItems,
        Marker = request.Marker,
    };
}
