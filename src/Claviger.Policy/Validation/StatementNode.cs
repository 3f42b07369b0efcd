namespace Claviger.Policy;

/// <summary>A statement's JSON and where it stands in the document.</summary>
internal readonly record struct StatementNode(JsonPart Json, string Path)
{
    public JsonPart? Find(string name) => Json.Find(name);

    public bool Has(string name) => Json.Find(name) is not null;

    /// <summary>A fault at an element, or at the statement if the element is missing.</summary>
    public PolicyFault Fault(string message, string element) =>
        new(message, (Json.Find(element) ?? Json).Offset, Has(element) ? $"{Path}.{element}" : Path);

    /// <summary>The values of an element with their paths; a lone value is a list of one, a missing element an empty list.</summary>
    public IEnumerable<TextNode> Values(string element)
    {
        if (Find(element) is not { } part)
        {
            yield break;
        }

        for (var i = 0; i < part.AsList().Count; i++)
        {
            yield return new TextNode(part.AsList()[i], part.IsArray ? $"{Path}.{element}[{i}]" : $"{Path}.{element}");
        }
    }

    /// <summary>Every operator, key and value of the condition block, as far as it is one.</summary>
    public IEnumerable<ConditionNode> Conditions()
    {
        foreach (var (spelled, _, keys) in Find("Condition")?.Members ?? [])
        {
            foreach (var (key, _, values) in keys.Members)
            {
                foreach (var value in values.AsList())
                {
                    yield return new ConditionNode(spelled, key, value, $"{Path}.Condition.{spelled}.{key}");
                }
            }
        }
    }
}
