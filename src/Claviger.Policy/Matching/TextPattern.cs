using System.Buffers;
using System.Diagnostics;

namespace Claviger.Policy;

/// <summary>A text of a policy that may hold wildcards and policy variables, compiled.</summary>
internal sealed class TextPattern
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?$");

    private readonly string _characters;
    private readonly byte[] _units;
    private readonly PolicyVariable[] _variables;
    private readonly Shape _shape;

    private TextPattern(string characters, byte[] units, PolicyVariable[] variables)
    {
        _characters = characters;
        _units = units;
        _variables = variables;
        _shape = variables.Length > 0 ? Shape.Variable
            : !units.AsSpan().ContainsAnyExcept(Glob.Literal) ? Shape.Literal
            : units.AsSpan().IndexOfAnyExcept(Glob.Literal) != units.Length - 1 || units[^1] != Glob.AnyRun ? Shape.Glob
            : units.Length == 1 ? Shape.Anything
            : Shape.Prefix;
    }

    private enum Shape : byte
    {
        Literal,
        Anything,
        Prefix,
        Glob,
        Variable,
    }

    public bool HasVariables => _shape == Shape.Variable;

    /// <summary>Whether the text has neither wildcards nor variables.</summary>
    public bool IsLiteral => _shape == Shape.Literal;

    /// <summary>The pattern's characters, where there are no variables.</summary>
    public ReadOnlySpan<char> Characters => _characters;

    /// <summary>What each of <see cref="Characters"/> is; empty if all are literal.</summary>
    public ReadOnlySpan<byte> Units => _units;

    /// <summary>Compiles a text. Without <paramref name="variables"/> (an old policy version) <c>${...}</c> is literal.</summary>
    public static TextPattern Compile(ReadOnlySpan<char> source, bool wildcards, bool variables)
    {
        if (!source.ContainsAny(Special))
        {
            return new(source.ToString(), [], []);
        }

        var characters = new char[source.Length];
        var units = new byte[source.Length];
        var found = new List<PolicyVariable>();
        var length = 0;

        // Behind the last closing brace no variable can end: there it isn't looked for, or many open ones would each search all the rest.
        var lastClosing = source.LastIndexOf('}');
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '$' && variables && i < lastClosing && TryReadBraces(source[i..], out var inner))
            {
                i += inner.Length + 2;
                if (inner is "*" or "?" or "$")
                {
                    characters[length++] = inner[0];
                }
                else
                {
                    found.Add(PolicyVariable.Parse(inner, length));
                }

                continue;
            }

            units[length] = !wildcards ? Glob.Literal : c switch { '*' => Glob.AnyRun, '?' => Glob.AnyOne, _ => Glob.Literal };
            characters[length++] = c;
        }

        return new(new string(characters, 0, length), units[..length], [.. found]);
    }

    /// <summary>Whether every variable of a text is spelled as the language has it.</summary>
    public static bool HasWellFormedVariables(ReadOnlySpan<char> source) =>
        Array.TrueForAll(Compile(source, wildcards: false, variables: true)._variables, v => v.IsWellFormed);

    /// <summary>Whether the whole text fits, wildcards counting. A variable without value fits nothing.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, IContextSource context) => _shape switch
    {
        Shape.Literal => text.SequenceEqual(_characters),
        Shape.Anything => true,
        Shape.Prefix => text.StartsWith(_characters.AsSpan(0, _characters.Length - 1)),
        Shape.Glob => Glob.IsMatch(_characters, _units, text),
        Shape.Variable => IsResolvedMatch(text, context),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the text is equal; wildcards were compiled as literals. A variable without value equals nothing.</summary>
    public bool IsEqual(ReadOnlySpan<char> text, IContextSource context, StringComparison comparison)
    {
        if (!HasVariables)
        {
            return text.Equals(_characters, comparison);
        }

        var buffer = new PatternBuffer(stackalloc char[PatternBuffer.StackLength], stackalloc byte[PatternBuffer.StackLength]);
        var equal = TryResolve(context, ref buffer) && text.Equals(buffer.Characters, comparison);
        buffer.Dispose();
        return equal;
    }

    /// <summary>Puts in the variables' values. False if one has none.</summary>
    public bool TryResolve(IContextSource context, ref PatternBuffer buffer)
    {
        var from = 0;
        foreach (ref readonly var variable in _variables.AsSpan())
        {
            buffer.Append(_characters.AsSpan(from, variable.Position - from), _units.AsSpan(from, variable.Position - from));
            from = variable.Position;
            if (!variable.TryAppend(context, ref buffer))
            {
                return false;
            }
        }

        buffer.Append(_characters.AsSpan(from), _units.AsSpan(from));
        return true;
    }

    /// <summary>Whether every variable has a value in this request.</summary>
    public bool HasValue(IContextSource context)
    {
        if (!HasVariables)
        {
            return true;
        }

        var buffer = new PatternBuffer(stackalloc char[PatternBuffer.StackLength], stackalloc byte[PatternBuffer.StackLength]);
        var resolved = TryResolve(context, ref buffer);
        buffer.Dispose();
        return resolved;
    }

    private static bool TryReadBraces(ReadOnlySpan<char> text, out ReadOnlySpan<char> inner)
    {
        // Somewhere behind is a closing brace: the caller has looked.
        var opens = text[1] == '{';
        inner = opens ? text[2..text.IndexOf('}')] : default;
        return opens;
    }

    private bool IsResolvedMatch(ReadOnlySpan<char> text, IContextSource context)
    {
        var buffer = new PatternBuffer(stackalloc char[PatternBuffer.StackLength], stackalloc byte[PatternBuffer.StackLength]);
        var match = TryResolve(context, ref buffer) && Glob.IsMatch(buffer.Characters, buffer.Units, text);
        buffer.Dispose();
        return match;
    }
}
