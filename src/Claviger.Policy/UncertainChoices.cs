namespace Claviger.Policy;

/// <summary>Where AWS documents nothing or its pages conflict: the reading that this engine takes, one switch each.</summary>
/// <remarks>The numbers are those of the rules in the specification of the language. A property, not a constant, so that both branches compile.</remarks>
internal static class UncertainChoices
{
    /// <summary>2.4: wildcards in an action's service prefix are a glob on it, rather than text that matches nothing.</summary>
    public static bool ActionPrefixMayHoldWildcards => true;

    /// <summary>3.5: under NotResource a short ARN that was expanded and did not match excludes nothing, rather than stopping the statement.</summary>
    public static bool ExpandedShortArnInverts => true;

    /// <summary>4.2: an account's root user is named directly by its account's principal, rather than by delegation.</summary>
    public static bool AccountPrincipalNamesRootDirectly => true;

    /// <summary>5.5: an operator that does not exist holds in a Deny, which is then not lost; false is the specification's letter.</summary>
    public static bool UnknownOperatorHoldsInDeny => true;

    /// <summary>5.7: ForAnyValue with IfExists holds where the key is missing.</summary>
    public static bool ForAnyValueIfExistsHoldsWhenMissing => true;

    /// <summary>5.9: Null sees a multivalued key without values as absent.</summary>
    public static bool NullSeesEmptyListAsAbsent => true;

    /// <summary>6.3: a date without zone is UTC, rather than not a date.</summary>
    public static bool DateWithoutZoneIsUtc => true;

    /// <summary>6.5: where a side is not base64 the texts are compared, rather than never matching.</summary>
    public static bool BinaryFallsBackToText => true;

    /// <summary>6.8: a negated Numeric, Date, IP or ARN operator that meets a malformed value is false as a whole.</summary>
    public static bool MalformedValueFailsNegatedOperator => true;

    /// <summary>7.4: a variable whose key is multivalued takes its default, rather than having no value at all.</summary>
    public static bool MultivaluedVariableTakesDefault => true;

    /// <summary>8.1: for service principals and federated providers identity, boundary, session and service control policies are ignored.</summary>
    public static bool ServicesAreExemptFromCallerPolicies => true;

    /// <summary>9.2: a federated user's session without session policy has no permissions of its own.</summary>
    public static bool FederatedUserNeedsSessionPolicy => true;

    /// <summary>12.3: an explicit Deny of a managed policy names the policy.</summary>
    public static bool DenialNamesManagedPolicy => true;

    /// <summary>14.4: Bool takes policy variables.</summary>
    public static bool BoolTakesVariables => true;

    /// <summary>14.5: BinaryEquals takes none.</summary>
    public static bool BinaryTakesVariables => false;

    /// <summary>No rule: a Deny without Resource, in a kind that requires one, denies wherever its action matches. An Allow never applies.</summary>
    public static bool DenyWithoutResourceApplies => true;

    /// <summary>No rule: a number or address that can't be read keeps a policy from being saved.</summary>
    public static bool UnreadableNumberOrAddressFailsOnSave => true;
}
