using System.Globalization;

namespace Claviger.ShapeGen;

/// <summary>Writes the checks of validators, and the class that holds the constraints which they name.</summary>
internal sealed class ConstraintsEmitter(ServiceDefinition service)
{
    private readonly SortedDictionary<string, (ShapeDefinition Shape, string? Sentence)> _used = new(StringComparer.Ordinal);

    private string ClassName => $"{service.Identifier}Constraints";

    /// <summary>The statements that check a member.</summary>
    public IEnumerable<string> Checks(MemberDefinition member)
    {
        if (ServiceFacts.ChecksItself(service.Name))
        {
            yield break;
        }

        ShapeDefinition shape = service.Shape(member);
        string arguments = $"\"{service.NameOf(member)}\", {member.Property}";
        if (member.IsRequired)
        {
            yield return $"errors.Require({arguments});";
        }

        switch (shape.Type)
        {
            case "string" when IsConstrained(shape):
                yield return $"errors.Check({arguments}, {Use(member, shape)});";
                break;
            case "integer" when shape.Min is not null || shape.Max is not null:
                yield return $"errors.Check({arguments}, {Bound(shape.Min, "int.MinValue")}, {Bound(shape.Max, "int.MaxValue")});";
                break;
            case "structure" when HasChecks(shape):
                yield return $"errors.CheckStructure({arguments});";
                break;
            case "list":
                foreach (string check in ListChecks(member, shape, arguments))
                {
                    yield return check;
                }

                break;
            case "map" when HasChecks(service.Shape(shape.Value!)):
                yield return $"errors.CheckEach({arguments});";
                break;
            case "map" when IsConstrained(service.Shape(shape.Key!)) || IsConstrained(service.Shape(shape.Value!)):
                throw new NotSupportedException($"{shape.Name} is a map with constraints on its strings");
        }
    }

    /// <summary>The class of all constraints that checks have named.</summary>
    public string Emit()
    {
        var expressions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var sets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string pattern in _used.Values.Select(u => u.Shape.Pattern).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (JavaPattern.TryParseCharacters(pattern, out string? characters))
            {
                sets.Add(pattern, characters);
            }
            else
            {
                expressions.Add(pattern, JavaPattern.ToDotNet(pattern));
            }
        }

        var code = new CodeWriter($"Claviger.Aws.Shapes.{service.Identifier}", "System.Text.RegularExpressions");
        code.Line("/// <summary>What the service's model asks of strings, by the names of its shapes.</summary>");
        code.Open($"internal static partial class {ClassName}");
        foreach ((string pattern, string characters) in sets)
        {
            code.Line($"private static readonly CharacterSet {Field(sets, "s_characters", pattern)} = {characters}; // {pattern}").Line();
        }

        foreach ((string name, (ShapeDefinition shape, string? sentence)) in _used)
        {
            code.Line($"public static readonly StringConstraint {name} = {Construct(shape, sentence, sets, expressions)};").Line();
        }

        foreach ((string pattern, string expression) in expressions)
        {
            code.Line($"[GeneratedRegex({Names.Literal(expression)}, RegexOptions.CultureInvariant)]");
            code.Line($"private static partial Regex {Field(expressions, "Expression", pattern)}();").Line();
        }

        return code.Close().ToString().Replace("\n\n}\n", "\n}\n", StringComparison.Ordinal);
    }

    private static string Construct(
        ShapeDefinition shape, string? sentence, SortedDictionary<string, string> sets, SortedDictionary<string, string> expressions)
    {
        string made = shape switch
        {
            { Enum.Count: > 0 } => $"StringConstraint.OneOf({string.Join(", ", shape.Enum.Select(Names.Literal))})",
            { Pattern: null } => "StringConstraint.Any()",
            { Pattern: { } p } when sets.ContainsKey(p) => $"StringConstraint.Of({Names.Literal(p)}, {Field(sets, "s_characters", p)})",
            { Pattern: { } p } => $"StringConstraint.Of({Names.Literal(p)}, {Field(expressions, "Expression", p)}())",
        };
        string[] more =
        [
            .. shape.Min > 0 ? [$"Min = {shape.Min}"] : Array.Empty<string>(),
            .. shape.Max is not null ? [$"Max = {shape.Max}"] : Array.Empty<string>(),
            .. shape.IsSensitive ? ["IsSensitive = true"] : Array.Empty<string>(),
            .. sentence is not null ? [$"Sentence = {Names.Literal(sentence)}"] : Array.Empty<string>(),
        ];
        return more.Length == 0 ? made : $"{made} with {{ {string.Join(", ", more)} }}";
    }

    private static string Field(SortedDictionary<string, string> patterns, string name, string pattern) =>
        $"{name}{patterns.Keys.ToList().IndexOf(pattern) + 1}";

    private static bool IsConstrained(ShapeDefinition shape) =>
        !Ec2Facts.IsOpen(shape) && shape.Type == "string" && (shape.Min > 0 || shape.Max is not null || shape.Pattern is not null || shape.Enum.Count > 0);

    private static string Bound(int? value, string otherwise) => value?.ToString(CultureInfo.InvariantCulture) ?? otherwise;

    private IEnumerable<string> ListChecks(MemberDefinition member, ShapeDefinition list, string arguments)
    {
        if (list.Min is not null || list.Max is not null)
        {
            yield return $"errors.CheckCount({arguments}, {list.Min ?? 0}, {Bound(list.Max, "int.MaxValue")});";
        }

        ShapeDefinition element = service.Shape(list.Element!);
        if (IsConstrained(element))
        {
            yield return $"errors.CheckEach({arguments}, {Use(member, element)});";
        }
        else if (HasChecks(element))
        {
            yield return $"errors.CheckEach({arguments});";
        }
    }

    private bool HasChecks(ShapeDefinition shape) => shape.Type == "structure" && shape.Members.Any(m => Checks(m).Any());

    private string Use(MemberDefinition member, ShapeDefinition shape)
    {
        string? sentence = ServiceFacts.Sentence(service, member, shape);
        string name = Names.Upper(shape.Name);
        if (_used.TryGetValue(name, out (ShapeDefinition Shape, string? Sentence) known) && known.Sentence != sentence)
        {
            name += member.Property;
        }

        _used[name] = (shape, sentence);
        return $"{ClassName}.{name}";
    }
}
