namespace Claviger.Policy;

/// <summary>A condition operator's name taken apart: <c>[ForAllValues:|ForAnyValue:]Base[IfExists]</c>.</summary>
internal readonly struct OperatorName
{
    private const string AllPrefix = "ForAllValues:";
    private const string AnyPrefix = "ForAnyValue:";
    private const string Suffix = "IfExists";

    private static readonly Dictionary<string, ConditionOperator>.AlternateLookup<ReadOnlySpan<char>> Bases =
        Enum.GetValues<ConditionOperator>()
            .ToDictionary(o => o.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private OperatorName(ConditionOperator value, SetMode mode, bool ifExists)
    {
        Operator = value;
        Mode = mode;
        IfExists = ifExists;
    }

    public ConditionOperator Operator { get; }

    public SetMode Mode { get; }

    public bool IfExists { get; }

    /// <summary>Reads a name without regard to case; false if there is no such operator.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out OperatorName name)
    {
        name = default;
        var mode = text.StartsWith(AllPrefix, StringComparison.OrdinalIgnoreCase) ? SetMode.ForAllValues
            : text.StartsWith(AnyPrefix, StringComparison.OrdinalIgnoreCase) ? SetMode.ForAnyValue
            : SetMode.Single;
        text = text[(mode switch { SetMode.ForAllValues => AllPrefix.Length, SetMode.ForAnyValue => AnyPrefix.Length, SetMode.Single => 0 })..];

        var ifExists = text.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        text = ifExists ? text[..^Suffix.Length] : text;

        if (!Bases.TryGetValue(text, out var value) || (value == ConditionOperator.Null && ifExists))
        {
            return false;
        }

        name = new(value, mode, ifExists);
        return true;
    }
}
