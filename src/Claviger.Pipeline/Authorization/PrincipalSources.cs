using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Gathers from the store what a principal's permissions are made of.</summary>
internal sealed class PrincipalSources(PolicyDocuments documents, AccountId account, ReadTransaction state)
{
    private readonly List<PolicySource> _identity = [];
    private readonly List<string> _dependencies = [];
    private PolicySource? _boundary;

    public IReadOnlyList<PolicySource> Identity => _identity;

    public PolicySource? Boundary => _boundary;

    public IReadOnlyList<string> Dependencies => _dependencies;

    /// <summary>Gathers for a user or role by its unique id; one that is gone has nothing.</summary>
    public PrincipalSources Gather(string principal)
    {
        _dependencies.Add(principal);
        AddOf(principal);
        if (Users.ById(state, account, principal) is { } user)
        {
            SetBoundary(user.PermissionsBoundary);
            foreach (var group in Memberships.GroupsOf(state, account, principal))
            {
                _dependencies.Add(group.Id);
                AddOf(group.Id);
            }
        }
        else if (Roles.ById(state, account, principal) is { } role)
        {
            SetBoundary(role.PermissionsBoundary);
        }

        return this;
    }

    private void AddOf(string entity)
    {
        foreach (var inline in InlinePolicies.Of(state, account, entity))
        {
            _identity.Add(new PolicySource(inline.Name, null, PolicyDocument.Load(inline.Document)));
        }

        foreach (var attachment in Attachments.Of(state, account, entity))
        {
            _identity.Add(Managed(attachment.PolicyArn));
        }
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
