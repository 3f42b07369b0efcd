namespace Claviger.Policy;

/// <summary>Reads one statement's JSON for evaluation. What it does not understand it leaves out and remembers.</summary>
internal sealed class StatementReader
{
    private readonly JsonPart _json;
    private readonly bool _variables;
    private bool _understood;

    private StatementReader(JsonPart json, bool variables, bool understood)
    {
        _json = json;
        _variables = variables;
        _understood = understood;
    }

    /// <summary>Reads a statement.</summary>
    /// <param name="json">An object.</param>
    /// <param name="index">Its place in the document.</param>
    /// <param name="variables">Whether the document's version has policy variables.</param>
    /// <param name="understood">False if the document around it was not understood.</param>
    public static Statement Read(JsonPart json, int index, bool variables, bool understood) =>
        new StatementReader(json, variables, understood).Read(index);

    private Statement Read(int index)
    {
        JsonPart? effect = null, sid = null, conditions = null;
        JsonPart? action = null, notAction = null, resource = null, notResource = null, principal = null, notPrincipal = null;

        // Of duplicates the last one counts.
        foreach (var (name, _, value) in _json.Members)
        {
            switch (name)
            {
                case "Sid": sid = value; break;
                case "Effect": effect = value; break;
                case "Action": action = value; break;
                case "NotAction": notAction = value; break;
                case "Resource": resource = value; break;
                case "NotResource": notResource = value; break;
                case "Principal": principal = value; break;
                case "NotPrincipal": notPrincipal = value; break;
                case "Condition": conditions = value; break;
                default: _understood = false; break;
            }
        }

        _understood &= sid is null or { IsString: true };
        var does = ReadEffect(effect);
        var actions = ReadActions(action, notAction);
        var resources = ReadResources(resource, notResource);
        var principals = ReadPrincipals(principal, notPrincipal);
        var compiled = conditions is null ? [] : ReadConditions(conditions);
        return new(index, sid is { IsString: true } ? sid.Text : null, does, _understood, actions, resources, principals, compiled);
    }

    private StatementEffect ReadEffect(JsonPart? effect)
    {
        if (effect is { IsString: true, Text: "Allow" })
        {
            return StatementEffect.Allow;
        }

        if (effect is { IsString: true, Text: "Deny" })
        {
            return StatementEffect.Deny;
        }

        // "deny" is not the language's word, but it can only be meant as one.
        _understood = false;
        return effect is { IsString: true } && effect.Text.Equals("deny", StringComparison.OrdinalIgnoreCase)
            ? StatementEffect.Deny
            : StatementEffect.None;
    }

    private ActionElement? ReadActions(JsonPart? positive, JsonPart? negative) => (positive ?? negative) switch
    {
        null => null,
        { } element when (positive is null || negative is null) && TryReadTexts(element, out var texts) =>
            new ActionElement(positive is null, Array.ConvertAll(texts, t => new ActionPattern(t))),
        _ => NotUnderstood(ActionElement.Everything),
    };

    private ResourceElement? ReadResources(JsonPart? positive, JsonPart? negative) => (positive ?? negative) switch
    {
        null => null,
        { } element when (positive is null || negative is null) && TryReadTexts(element, out var texts) =>
            new ResourceElement(positive is null, Array.ConvertAll(texts, t => new ResourcePattern(t, _variables))),
        _ => NotUnderstood(ResourceElement.Everything),
    };

    private PrincipalElement? ReadPrincipals(JsonPart? positive, JsonPart? negative) => (positive ?? negative) switch
    {
        null => null,
        { } element when (positive is null || negative is null) && TryReadPrincipals(element, out var patterns) =>
            new PrincipalElement(positive is null, [.. patterns]),
        _ => NotUnderstood(PrincipalElement.Everybody),
    };

    private static bool TryReadPrincipals(JsonPart element, out List<PrincipalPattern> patterns)
    {
        patterns = [];
        if (element is { IsString: true, Text: "*" })
        {
            patterns.Add(PrincipalPattern.Everybody());
            return true;
        }

        if (!element.IsObject)
        {
            return false;
        }

        foreach (var (type, _, value) in LastOfEach(element))
        {
            if (type is not ("AWS" or "Service" or "Federated" or "CanonicalUser") || !TryReadTexts(value, out var texts))
            {
                return false;
            }

            patterns.AddRange(texts.Select(text => new PrincipalPattern(type, text)));
        }

        return true;
    }

    private Condition[] ReadConditions(JsonPart block)
    {
        var conditions = new List<Condition>();
        _understood &= block.IsObject;
        foreach (var (name, _, keys) in LastOfEach(block))
        {
            _understood &= keys.IsObject;
            foreach (var (key, _, value) in LastOfEach(keys))
            {
                if (TryReadValues(value, out var values))
                {
                    var condition = ConditionCompiler.Compile(name, key, values, _variables);
                    _understood &= condition is not UnknownCondition;
                    conditions.Add(condition);
                }
                else
                {
                    _understood = false;
                }
            }
        }

        return [.. conditions];
    }

    private static List<JsonMember> LastOfEach(JsonPart element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = new List<JsonMember>();
        for (var i = element.Members.Count - 1; i >= 0; i--)
        {
            if (seen.Add(element.Members[i].Name))
            {
                last.Add(element.Members[i]);
            }
        }

        last.Reverse();
        return last;
    }

    private static bool TryReadTexts(JsonPart element, out string[] texts) => TryReadAll(element, p => p.IsString, out texts);

    private static bool TryReadValues(JsonPart element, out string[] values) => TryReadAll(element, p => p.IsScalar, out values);

    private static bool TryReadAll(JsonPart element, Func<JsonPart, bool> isRight, out string[] texts)
    {
        var list = element.AsList();
        texts = new string[list.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!isRight(list[i]))
            {
                return false;
            }

            texts[i] = list[i].Text;
        }

        return true;
    }

    private T NotUnderstood<T>(T standIn)
    {
        _understood = false;
        return standIn;
    }
}
