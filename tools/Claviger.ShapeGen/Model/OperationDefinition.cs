namespace Claviger.ShapeGen;

/// <summary>An operation: the names of its input, output and errors.</summary>
internal sealed record OperationDefinition(string Name, string? Input, string? Output, IReadOnlyList<string> Errors, bool IsUnsigned)
{
    public string RequestClass => $"{Name}Request";

    public string ResponseClass => $"{Name}Response";
}
