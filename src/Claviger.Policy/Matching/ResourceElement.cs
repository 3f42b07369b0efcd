namespace Claviger.Policy;

/// <summary>A statement's Resource or NotResource.</summary>
internal sealed class ResourceElement(bool negated, ResourcePattern[] patterns)
{
    /// <summary>Stands for an element that was not understood, in a Deny.</summary>
    public static readonly ResourceElement Everything = new(negated: true, []);

    /// <summary>Whether it is NotResource.</summary>
    public bool Negated { get; } = negated;

    public ResourcePattern[] Patterns { get; } = patterns;

    /// <summary>Whether it covers the request's resource, read as part of a policy of that kind.</summary>
    public bool IsMatch(in RequestView request, PolicyKind kind) => Negated ? IsExcluded(request, kind) : IsIncluded(request, kind);

    private bool IsIncluded(in RequestView request, PolicyKind kind)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.IsMatch(request) && !pattern.IsInvalidIn(kind))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsExcluded(in RequestView request, PolicyKind kind)
    {
        var matches = true;
        foreach (var pattern in Patterns)
        {
            if (pattern.IsInvalidIn(kind))
            {
                // A too short ARN excludes nothing in a resource policy; in an organization's policy it stops the statement.
                if (kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl)
                {
                    return false;
                }
            }
            else if (pattern.IsMatch(request) || (pattern.IsShort && !UncertainChoices.ExpandedShortArnInverts))
            {
                matches = false;
            }
            else if (!pattern.HasValue(request.Context))
            {
                // AWS: a variable without value "will not match any resource", under NotResource too.
                return false;
            }
        }

        return matches;
    }
}
