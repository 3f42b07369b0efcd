namespace Claviger.Policy;

/// <summary><c>${name}</c> or <c>${name, 'default'}</c>, and where in the pattern's text its value goes.</summary>
internal readonly struct PolicyVariable
{
    private PolicyVariable(int position, ContextKey? key, string? fallback)
    {
        Position = position;
        Key = key;
        Default = fallback;
    }

    public int Position { get; }

    /// <summary>Null where the text in braces is not a variable: it has no value then.</summary>
    public ContextKey? Key { get; }

    public string? Default { get; }

    /// <summary>Whether the variable is spelled as the language has it; a policy with one that isn't can't be saved.</summary>
    public bool IsWellFormed => Key is not null;

    /// <summary>Reads what stands between the braces.</summary>
    public static PolicyVariable Parse(ReadOnlySpan<char> inner, int position)
    {
        var comma = inner.IndexOf(',');
        var name = (comma < 0 ? inner : inner[..comma]).Trim();
        if (name.IsEmpty)
        {
            return new(position, null, null);
        }

        if (comma < 0)
        {
            return new(position, ContextKey.Of(name), null);
        }

        // One space, then the default in single quotes; the default itself may hold quotes.
        var rest = inner[(comma + 1)..];
        return rest.Length >= 3 && rest.StartsWith(" '") && rest.EndsWith("'")
            ? new(position, ContextKey.Of(name), rest[2..^1].ToString())
            : new(position, null, null);
    }

    /// <summary>Appends the value, which is literal whatever it holds. False if there is none.</summary>
    public bool TryAppend(IContextSource context, ref PatternBuffer buffer)
    {
        var value = Key is null ? ContextValue.Missing : context.Get(Key);
        if (!value.IsMissing && !value.IsList)
        {
            Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
            var text = value.AsText(typed);
            if (!text.IsEmpty)
            {
                buffer.AppendLiteral(text);
                return true;
            }
        }

        if (Default is null || (value.IsList && !UncertainChoices.MultivaluedVariableTakesDefault))
        {
            return false;
        }

        buffer.AppendLiteral(Default);
        return true;
    }
}
