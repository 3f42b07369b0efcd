namespace Claviger.Policy;

/// <summary>One value of a condition and where it stands.</summary>
internal readonly record struct ConditionNode(string Operator, string Key, JsonPart Value, string Path)
{
    public PolicyFault Fault(string message) => new(message, Value.Offset, Path);
}
