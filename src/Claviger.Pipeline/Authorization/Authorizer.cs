using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The one place where a call is allowed or refused.</summary>
/// <remarks>INVARIANT: nothing else in the program takes this decision, and an error on the way to it is a denial.</remarks>
public sealed class Authorizer(PrincipalPolicies principals, AuthorizationMessages messages, DenialJournal denials, IStore store)
{
    /// <summary>Refuses the call with AWS's own words unless every target is allowed.</summary>
    /// <exception cref="AwsError"><c>AccessDenied</c>, naming the first target that is refused.</exception>
    public void Demand(CallContext call, Targets targets, ReadTransaction state)
    {
        if (Refusal(call, targets, state, explained: true) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The refusal of the first target that is not allowed; null if all are.</summary>
    internal AwsError? Refusal(CallContext call, Targets targets, ReadTransaction state) => Refusal(call, targets, state, explained: false);

    private AwsError? Refusal(CallContext call, Targets targets, ReadTransaction state, bool explained)
    {
        if (targets.Count == 0)
        {
            return null;
        }

        if (!store.FeedHealthy)
        {
            // INVARIANT: who can't hear of changes may hold permissions that are gone.
            throw AwsError.ServiceUnavailable();
        }

        var grants = principals.Of(call.Caller, state);
        var keys = new CallKeys(call);
        foreach (var target in targets.AsList())
        {
            keys.Target = target;
            var request = new AuthorizationRequest(
                call.Caller.Principal, target.Action, target.Resource, target.Account, keys, target.IsWildcardOnly);
            var policies = new ApplicablePolicies
            {
                Identity = grants.Identity,
                Boundary = grants.Boundary,
                Session = grants.Session,
                Resource = target.ResourcePolicy,
                ExplicitTrust = target.NeedsExplicitTrust,
                Standing = target.Standing,
            };
            var decision = Evaluator.Decide(in request, in policies);
            if (decision.IsAllowed)
            {
                continue;
            }

            if (call.Operation?.Service.Protocol is Ec2Protocol)
            {
                return EncodedDenial(call, target, in decision, target.IsWildcardOnly ? null : Evaluator.Explain(in request, in policies));
            }

            var denial = Denial(call, target, in decision);
            return explained ? denials.Explain(denial, call, keys, target, in request, in policies, in grants) : denial;
        }

        return null;
    }

    private static AwsError Denial(CallContext call, Target target, in Decision decision)
    {
        if (call.Caller.Kind == CallerKind.Federated)
        {
            // AWS: who is nobody's user yet is told no more.
            return AwsError.AccessDenied($"Not authorized to perform {target.Action}");
        }

        var isOfObjects = call.Operation?.Service.Protocol is RestXmlProtocol;
        // AWS: S3 gives reasons within an account alone, and quotes the resource.
        return isOfObjects && (call.Caller.Kind == CallerKind.Anonymous || target.Account != call.Caller.Account)
            ? S3Error.AccessDenied()
            : AwsError.AccessDenied(DenialText.Write(
                in decision,
                call.Caller.Arn,
                target.Action,
                target.Label ?? (!isOfObjects ? target.Resource : target.IsWildcardOnly ? null : $"\"{target.Resource}\""),
                FormOf(call, target, in decision)));
    }

    // AWS: EC2 says the whole of it in a sealed message; where an action has no resources there is none, and no clause on them.
    private AwsError EncodedDenial(CallContext call, Target target, in Decision decision, Explanation? explanation)
    {
        var resource = explanation is null ? null : target.Label ?? target.Resource;
        var text = DenialText.Write(in decision, call.Caller.Arn, target.Action, resource, FormOf(call, target, in decision));
        var message = explanation is null ? "" : $". Encoded authorization failure message: {messages.Seal(call, target, explanation)}";
        return new AwsError("UnauthorizedOperation", 403, $"You are not authorized to perform this operation. {text}{message}");
    }

    // AWS: STS gives no reason where the trust policy doesn't reach the caller, and names no policy of another account.
    private static DenialTextForm FormOf(CallContext call, Target target, in Decision decision)
    {
        var form = target.Account == call.Caller.Account ? DenialTextForm.Standard : DenialTextForm.NoPolicyArn;
        return decision is { Verdict: Verdict.ImplicitlyDenied, DecidingKind: PolicyKind.Trust } ? form | DenialTextForm.NoReason : form;
    }
}
