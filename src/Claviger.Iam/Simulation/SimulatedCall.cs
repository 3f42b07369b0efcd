using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>What SimulatePrincipalPolicy and SimulateCustomPolicy are asked alike.</summary>
internal sealed record SimulatedCall
{
    private const int MostCombinations = 100_000;

    public required IReadOnlyList<string> ActionNames { get; init; }

    public IReadOnlyList<string>? ResourceArns { get; init; }

    public string? ResourcePolicy { get; init; }

    public string? ResourceOwner { get; init; }

    public string? CallerArn { get; init; }

    public IReadOnlyList<ContextEntryShape>? ContextEntries { get; init; }

    public int? MaxItems { get; init; }

    public string? Marker { get; init; }

    /// <summary>The resources; every resource where none is named.</summary>
    public IReadOnlyList<string> Resources => ResourceArns is { Count: > 0 } named ? named : ["*"];

    /// <summary>Refuses what can't be simulated.</summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public void Demand(params IReadOnlyList<string>?[] policies)
    {
        foreach (var action in ActionNames)
        {
            if (action.Count(static character => character == ':') != 1 || action[0] == ':' || action[^1] == ':')
            {
                throw AwsError.InvalidInput($"Invalid Action Name: {action}");
            }
        }

        if ((long)ActionNames.Count * Resources.Count > MostCombinations)
        {
            throw AwsError.InvalidInput("Too many combinations of actions and resources.");
        }

        foreach (var resource in Resources)
        {
            if (resource != "*" && !Arn.TryParse(resource, out _))
            {
                throw AwsError.InvalidInput($"Invalid Resource Name: {resource}");
            }
        }

        foreach (var policy in policies.SelectMany(static list => list ?? []))
        {
            DemandPolicy(policy, PolicyKind.Identity);
        }

        if (ResourcePolicy is { } resourcePolicy)
        {
            DemandPolicy(resourcePolicy, PolicyKind.Resource);
        }

        if (ResourceOwner is { } owner && !TryReadAccount(owner, out _))
        {
            throw AwsError.InvalidInput($"Invalid Resource Owner: {owner}");
        }
    }

    /// <summary>The account that owns a resource: the one that is named, else the one in its ARN, else the caller's.</summary>
    public AccountId OwnerOf(string resource, AccountId callers) =>
        ResourceOwner is { } owner && TryReadAccount(owner, out var named) ? named
        : Arn.TryParse(resource, out var arn) && AccountId.TryParse(arn.Account, out var account) ? account
        : callers;

    /// <summary>The condition keys of the simulated request: what is given, over what the caller brings along.</summary>
    public RequestContext Context(Principal caller, string userId, string? userName, CallContext call)
    {
        var context = new RequestContext();
        foreach (var entry in ContextEntries ?? [])
        {
            if (entry is { ContextKeyName: { } name, ContextKeyValues: { Count: > 0 } values })
            {
                var isList = entry.ContextKeyType?.EndsWith("List", StringComparison.Ordinal) is true;
                context.TryAdd(ContextKey.Of(name), isList ? ContextValue.List(values) : ContextValue.Of(values[0]));
            }
        }

        context.TryAdd(ContextKey.Of("aws:PrincipalArn"), ContextValue.Of(caller.PrincipalArn));
        context.TryAdd(ContextKey.Of("aws:PrincipalAccount"), ContextValue.Of(call.Caller.Account.ToString()));
        context.TryAdd(ContextKey.Of("aws:userid"), ContextValue.Of(userId));
        context.TryAdd(ContextKey.Of("aws:CurrentTime"), ContextValue.Of(call.Time));
        context.TryAdd(ContextKey.Of("aws:EpochTime"), ContextValue.Of(call.Time));
        if (userName is not null)
        {
            context.TryAdd(ContextKey.Of("aws:username"), ContextValue.Of(userName));
        }

        return context;
    }

    private static void DemandPolicy(string policy, PolicyKind kind)
    {
        if (PolicyValidator.Validate(policy, kind) is { } error)
        {
            throw AwsError.InvalidInput($"Invalid policy input: {error.Message}");
        }
    }

    private static bool TryReadAccount(string owner, out AccountId account)
    {
        account = default;
        return AccountId.TryParse(owner, out account) || (Arn.TryParse(owner, out var arn) && AccountId.TryParse(arn.Account, out account));
    }
}
