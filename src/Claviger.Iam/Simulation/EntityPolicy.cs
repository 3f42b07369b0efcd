using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>A policy as one entity has it.</summary>
/// <param name="Holder">The user, group or role that has it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN; null for an inline policy.</param>
/// <param name="Document">Its text.</param>
internal sealed record EntityPolicy(PolicyHolder Holder, string Name, string? Arn, string Document)
{
    /// <summary>The policy as the engine takes it, under the name that the simulator gives it.</summary>
    // AWS: a managed policy goes by its name, an inline one by the kind and name of its holder before its own.
    public PolicySource ToSource() =>
        new(Arn is null ? $"{PolicyHolder.Word(Holder.Kind)}_{Holder.Name}_{Name}" : Name, Arn, PolicyDocument.Load(Document));
}
