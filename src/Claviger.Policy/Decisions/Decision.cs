namespace Claviger.Policy;

/// <summary>The outcome of one authorization check. The default value is a denial.</summary>
public readonly struct Decision
{
    internal Decision(Verdict verdict, PolicyKind? decidingKind, PolicyKinds denyingKinds, PolicySource? denyingPolicy)
    {
        Verdict = verdict;
        DecidingKind = decidingKind;
        DenyingKinds = denyingKinds;
        DenyingPolicy = denyingPolicy;
    }

    /// <summary>Allowed, implicitly denied or explicitly denied.</summary>
    public Verdict Verdict { get; }

    /// <summary>The one kind that AWS's error text names; null when allowed, or when no kind of policy is to blame.</summary>
    public PolicyKind? DecidingKind { get; }

    /// <summary>Every kind that denied: all with an explicit Deny, or, where there is none, all whose missing Allow denied.</summary>
    public PolicyKinds DenyingKinds { get; }

    /// <summary>The policy of the deciding kind whose Deny statement applied; null unless explicitly denied.</summary>
    public PolicySource? DenyingPolicy { get; }

    /// <summary>The ARN of the managed policy that denied explicitly; null for inline policies and for other verdicts.</summary>
    public string? DenyingPolicyArn => DenyingPolicy?.Arn;

    /// <summary>Whether the request may go ahead.</summary>
    public bool IsAllowed => Verdict == Verdict.Allowed;
}
