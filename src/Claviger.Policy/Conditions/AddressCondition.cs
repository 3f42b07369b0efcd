namespace Claviger.Policy;

/// <summary>IpAddress and NotIpAddress: an address against networks.</summary>
internal sealed class AddressCondition : Condition
{
    private readonly IpNetwork?[] _values;

    public AddressCondition(ConditionText text)
        : base(text)
    {
        _values = Array.ConvertAll(text.Values, v => IpNetwork.TryParse(v, out var network) ? network : (IpNetwork?)null);
        IsNegated = text.Name.Operator == ConditionOperator.NotIpAddress;
    }

    protected override bool IsNegated { get; }

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        if (!TryRead(value, out var address))
        {
            return Comparison.Malformed;
        }

        var result = Comparison.Differs;
        foreach (ref readonly var wanted in _values.AsSpan())
        {
            if (wanted is null)
            {
                result = Comparison.Malformed;
            }
            else if (wanted.Value.Contains(address))
            {
                return Comparison.Matches;
            }
        }

        return result;
    }

    private static bool TryRead(in ContextValue value, out IpBits address)
    {
        if (value.Type == ContextValueType.Address)
        {
            address = IpBits.Of(value.Address);
            return true;
        }

        address = default;
        return value.Type == ContextValueType.Text && IpBits.TryParse(value.Text, out address);
    }
}
