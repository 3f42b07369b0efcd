namespace Claviger.Policy;

/// <summary>A policy's JSON with its statements, each with its path.</summary>
internal sealed class PolicyTree
{
    public PolicyTree(JsonPart root)
    {
        Root = root;
        var list = root.Find("Statement");
        Statements = list switch
        {
            { IsArray: true } => [.. list.Items.Select((item, i) => new StatementNode(item, $"Statement[{i}]"))],
            { IsObject: true } => [new StatementNode(list, "Statement")],
            _ => [],
        };
    }

    public JsonPart Root { get; }

    public IReadOnlyList<StatementNode> Statements { get; }

    /// <summary>The first fault that a check finds, statement by statement.</summary>
    public PolicyFault? FirstInStatements(Func<StatementNode, PolicyFault?> check)
    {
        foreach (var statement in Statements)
        {
            if (check(statement) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
