using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>A managed policy as an attachment knows it: by its ARN, in which name and path stand.</summary>
internal readonly record struct AttachedPolicy(string Arn)
{
    private const string Type = ":policy";

    /// <summary>The path, such as <c>/</c> or <c>/service-role/</c>.</summary>
    public string Path => Arn[(Arn.IndexOf(Type, StringComparison.Ordinal) + Type.Length)..(Arn.LastIndexOf('/') + 1)];

    /// <summary>The name.</summary>
    public string Name => Arn[(Arn.LastIndexOf('/') + 1)..];

    public AttachedPolicyShape ToShape() => new() { PolicyName = Name, PolicyArn = Arn };
}
