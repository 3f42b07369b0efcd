using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>Why a call was denied: what the policies saw of it, and what each of their statements had to say.</summary>
/// <remarks>Taken at the moment of the denial, from what it was decided by: nothing that changes later changes it.</remarks>
public sealed record DeniedCall
{
    /// <summary>The ARN of who called.</summary>
    public required string CallerArn { get; init; }

    /// <summary>The id of the request that was denied.</summary>
    public required string RequestId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The condition keys of the request as a whole.</summary>
    public required IReadOnlyDictionary<string, JsonElement> RequestContext { get; init; }

    /// <summary>The action that was denied.</summary>
    public required string Action { get; init; }

    /// <summary>The resource it was denied on: an ARN, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The condition keys of this action on this resource.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Context { get; init; }

    /// <summary>How it was denied.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The kind of policy that the denial names; null where no kind is to blame.</summary>
    public PolicyKind? DecidingKind { get; init; }

    /// <summary>Every kind that denied.</summary>
    public required IReadOnlyList<PolicyKind> DenyingKinds { get; init; }

    /// <summary>The policies that took part, but for those of another account.</summary>
    public required IReadOnlyList<DenialPolicy> Policies { get; init; }

    /// <summary>What the statements of these policies said, but for those about other actions.</summary>
    public required IReadOnlyList<DenialStatement> Statements { get; init; }

    /// <summary>The place among the statements of the one that decided, or came nearest to allowing; null if none stands out.</summary>
    public int? DecidingStatement { get; init; }

    /// <summary>The smallest statements that would allow it, one for each kind that must hold one; none where a Deny must go.</summary>
    public required IReadOnlyList<DenialRemedy> Remedies { get; init; }
}
