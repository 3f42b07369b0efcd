using Claviger.Aws.Shapes.Iam;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>A user, group or role, as what policies are attached to: the pages for that are the same for all three.</summary>
/// <param name="Kind">What it is, as pages and addresses say it.</param>
/// <param name="Name">Its name.</param>
public abstract record PolicyHolder(string Kind, string Name)
{
    /// <summary>The address of its page.</summary>
    public string Address => Links.With($"/iam/{Kind}", "name", Name) + "&tab=permissions";

    /// <summary>Its name in the query of pages about its policies.</summary>
    public string Query => $"{Kind}={Uri.EscapeDataString(Name)}";

    /// <summary>The one that a page's query names; null if it names none.</summary>
    public static PolicyHolder? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query;
        return query["user"].ToString() is { Length: > 0 } user ? new UserHolder(user)
            : query["group"].ToString() is { Length: > 0 } group ? new GroupHolder(group)
            : query["role"].ToString() is { Length: > 0 } role ? new RoleHolder(role)
            : null;
    }

    /// <summary>Attaches a managed policy.</summary>
    public abstract ValueTask AttachAsync(PrincipalCalls aws, string policyArn);

    /// <summary>Detaches a managed policy.</summary>
    public abstract ValueTask DetachAsync(PrincipalCalls aws, string policyArn);

    /// <summary>The managed policies that are attached.</summary>
    public abstract ValueTask<IReadOnlyList<AttachedPolicyShape>> ListAttachedAsync(PrincipalCalls aws);

    /// <summary>The names of its inline policies.</summary>
    public abstract ValueTask<IReadOnlyList<string>> ListInlineAsync(PrincipalCalls aws);

    /// <summary>The text of an inline policy.</summary>
    public abstract ValueTask<string> GetInlineAsync(PrincipalCalls aws, string policyName);

    /// <summary>Sets the text of an inline policy.</summary>
    public abstract ValueTask PutInlineAsync(PrincipalCalls aws, string policyName, string document);

    /// <summary>Deletes an inline policy.</summary>
    public abstract ValueTask DeleteInlineAsync(PrincipalCalls aws, string policyName);
}
