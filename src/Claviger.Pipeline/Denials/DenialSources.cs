using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The policies that took part in a denial, as they were, and what each is attached to.</summary>
internal sealed class DenialSources
{
    private const int HashLength = 16;

    // A document never changes, and the same one takes part in many denials.
    private static readonly ConditionalWeakTable<PolicyDocument, string> Hashes = [];

    private readonly List<(PolicySource Source, PolicyKind Kind, string? AttachedTo)> _sources = [];
    private readonly bool _tellsOfResource;

    /// <param name="caller">Who called.</param>
    /// <param name="target">What for.</param>
    /// <param name="grants">The policies on the caller's side.</param>
    public DenialSources(Caller caller, Target target, in Grants grants)
    {
        // INVARIANT: nobody learns from a denial what another account's policies say.
        _tellsOfResource = target.Account == caller.Account;
        var principal = caller.Principal.RoleArn ?? caller.Arn;
        for (var i = 0; i < (grants.Identity?.Sources.Count ?? 0); i++)
        {
            _sources.Add((grants.Identity!.Sources[i], PolicyKind.Identity, grants.IdentityHolders[i]));
        }

        Add(grants.Boundary, principal);
        Add(grants.Session, caller.Arn);
        if (_tellsOfResource)
        {
            Add(target.ResourcePolicy, target.Resource);
        }
    }

    /// <summary>The policies as a denial tells of them.</summary>
    public IReadOnlyList<DenialPolicy> Policies =>
        [.. _sources.Select(static it => new DenialPolicy(UriOf(it.Source, it.AttachedTo), it.Kind, it.Source.Arn is null, it.AttachedTo, HashOf(it.Source.Document)))];

    /// <summary>The texts of the policies, by their hashes.</summary>
    public IEnumerable<(string Hash, string Text)> Texts => _sources.Select(static it => (HashOf(it.Source.Document), it.Source.Document.Text));

    /// <summary>Whether the denial tells of policies of a kind.</summary>
    public bool Tells(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session => true,
        PolicyKind.Resource or PolicyKind.Trust => _tellsOfResource,
        PolicyKind.ServiceControl or PolicyKind.ResourceControl or PolicyKind.Endpoint => false,
    };

    /// <summary>The place of a policy among them.</summary>
    public int IndexOf(PolicySource source) => _sources.FindIndex(it => ReferenceEquals(it.Source, source));

    /// <summary>The part that a policy played; null if the denial doesn't tell of it.</summary>
    public PolicyKind? KindOf(PolicySource source) => IndexOf(source) is >= 0 and var place ? _sources[place].Kind : null;

    private static string UriOf(PolicySource source, string? attachedTo) => source.Arn ?? $"{attachedTo}#{Uri.EscapeDataString(source.Name)}";

    private static string HashOf(PolicyDocument document) => Hashes.GetValue(
        document, static it => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(it.Text)).AsSpan(0, HashLength)));

    private void Add(PolicySet? set, string attachedTo)
    {
        foreach (var source in set?.Sources ?? [])
        {
            _sources.Add((source, set!.Kind, attachedTo));
        }
    }
}
