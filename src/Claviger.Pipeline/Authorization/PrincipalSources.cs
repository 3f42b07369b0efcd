using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Gathers from the store what a principal's permissions are made of.</summary>
internal sealed class PrincipalSources(PolicyDocuments documents, AccountId account, ReadTransaction state)
{
    private readonly List<PolicySource> _identity = [];
    private readonly List<string> _holders = [];
    private readonly List<string> _dependencies = [];
    private PolicySource? _boundary;

    public IReadOnlyList<PolicySource> Identity => _identity;

    /// <summary>The ARN of what each of the identity policies is attached to, in their order.</summary>
    public IReadOnlyList<string> IdentityHolders => _holders;

    public PolicySource? Boundary => _boundary;

    public IReadOnlyList<string> Dependencies => _dependencies;

    /// <summary>Gathers for a user or role by its unique id; one that is gone has nothing.</summary>
    public PrincipalSources Gather(string principal)
    {
        _dependencies.Add(principal);
        if (Users.ById(state, account, principal) is { } user)
        {
            AddOf(principal, $"user{user.Path}{user.Name}");
            SetBoundary(user.PermissionsBoundary);
            foreach (var group in Memberships.GroupsOf(state, account, principal))
            {
                _dependencies.Add(group.Id);
                AddOf(group.Id, $"group{group.Path}{group.Name}");
            }
        }
        else if (Roles.ById(state, account, principal) is { } role)
        {
            AddOf(principal, $"role{role.Path}{role.Name}");
            SetBoundary(role.PermissionsBoundary);
        }

        return this;
    }

    private void AddOf(string entity, string resource)
    {
        var holder = $"arn:aws:iam::{account}:{resource}";
        foreach (var inline in InlinePolicies.Of(state, account, entity))
        {
            Add(new PolicySource(inline.Name, null, PolicyDocument.Load(inline.Document)), holder);
        }

        foreach (var attachment in Attachments.Of(state, account, entity))
        {
            Add(Managed(attachment.PolicyArn), holder);
        }
    }

    private void Add(PolicySource source, string holder)
    {
        _identity.Add(source);
        _holders.Add(holder);
    }

    private void SetBoundary(string? arn)
    {
        if (arn is not null)
        {
            _boundary = Managed(arn);
        }
    }

    private PolicySource Managed(string arn)
    {
        _dependencies.Add(arn);

        // A _boundary whose policy is gone limits to nothing: an empty document allows nothing.
        var document = documents.OfManaged(arn, state) ?? PolicyDocument.Load("{}");
        return new PolicySource(arn, arn, document);
    }
}
