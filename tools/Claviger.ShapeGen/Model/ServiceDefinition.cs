namespace Claviger.ShapeGen;

/// <summary>A service as its model describes it.</summary>
internal sealed record ServiceDefinition(
    string Name,
    string ApiVersion,
    string SigningName,
    string FullName,
    string Protocol,
    string XmlNamespace,
    IReadOnlyList<OperationDefinition> Operations,
    IReadOnlyDictionary<string, ShapeDefinition> Shapes)
{
    private readonly HashSet<string> _reachedByInput = Reached(Shapes, Operations.Select(o => o.Input));
    private readonly HashSet<string> _reachedByOutput = Reached(Shapes, Operations.Select(o => o.Output));
    private readonly HashSet<string> _sent = Reached(Shapes, Operations.Where(o => ServiceFacts.IsRelayed(Name, o)).Select(o => o.Input));
    private readonly HashSet<string> _received = Reached(Shapes, Operations.Where(o => ServiceFacts.IsRelayed(Name, o)).Select(o => o.Output));

    /// <summary>What the header <c>X-Amz-Target</c> begins with in the JSON protocol; null for others.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The name as part of identifiers: <c>Iam</c>.</summary>
    public string Identifier { get; } = ServiceFacts.Identifier(Name);

    /// <summary>The structures that aren't the whole input or output of an operation, in the order of their names.</summary>
    public IEnumerable<ShapeDefinition> SharedStructures
    {
        get
        {
            var whole = Operations.SelectMany(o => new[] { o.Input, o.Output }).ToHashSet();
            // One that is also held by another, as REST payloads are, is needed as a structure too.
            whole.ExceptWith(Shapes.Values.Where(s => IsInput(s) || IsOutput(s)).SelectMany(s => s.AllReferences).Select(m => m.ShapeName));
            return Shapes.Values
                .Where(s => s.Type == "structure" && !s.IsException && !whole.Contains(s.Name) && (IsInput(s) || IsOutput(s)))
                .OrderBy(s => s.Name, StringComparer.Ordinal);
        }
    }

    /// <summary>The errors, in the order of their names.</summary>
    public IEnumerable<ShapeDefinition> Errors => Shapes.Values.Where(s => s.IsException).OrderBy(s => s.Name, StringComparer.Ordinal);

    public bool IsInput(ShapeDefinition shape) => _reachedByInput.Contains(shape.Name);

    public bool IsOutput(ShapeDefinition shape) => _reachedByOutput.Contains(shape.Name);

    /// <summary>Whether it is read: from requests, or from what another server answers.</summary>
    public bool IsRead(ShapeDefinition shape) => IsInput(shape) || _received.Contains(shape.Name);

    /// <summary>Whether it is written: to answers, or to what another server is asked.</summary>
    public bool IsWritten(ShapeDefinition shape) => IsOutput(shape) || _sent.Contains(shape.Name);

    public ShapeDefinition Shape(MemberDefinition member) => Shapes[member.ShapeName];

    /// <summary>The name that errors and audit events give a member: REST has the wire's own, others the model's in lower camel case.</summary>
    public string NameOf(MemberDefinition member) => (Protocol, member.Location, member.Name) switch
    {
        ("rest-xml", "uri", "Bucket") => "bucketName",
        ("rest-xml", "uri", _) => member.Path,
        ("rest-xml", _, _) => member.LocationName ?? member.Name,
        ("ec2", _, _) => Names.Lower(Ec2ProtocolEmitter.NameOf(member)),
        _ => member.Path,
    };

    private static HashSet<string> Reached(IReadOnlyDictionary<string, ShapeDefinition> shapes, IEnumerable<string?> roots)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots.OfType<string>());
        while (open.TryPop(out string? name))
        {
            if (reached.Add(name))
            {
                foreach (MemberDefinition member in shapes[name].AllReferences)
                {
                    open.Push(member.ShapeName);
                }
            }
        }

        return reached;
    }
}
