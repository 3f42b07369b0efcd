namespace Claviger.Policy;

/// <summary>The form of a policy: elements known, single and of the right type, operators known. One text for all of it.</summary>
internal static class SyntaxCheck
{
    private static readonly string[] RootElements = ["Version", "Id", "Statement"];

    private static readonly string[] StatementElements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    private static readonly string[] PrincipalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];

    public static PolicyFault? Find(PolicyTree policy)
    {
        var root = policy.Root;
        if (!root.IsObject)
        {
            return Fault(root, "");
        }

        if (FindMember(root, "", RootElements) is { } member)
        {
            return member;
        }

        if (root.Find("Version") is { } version && version is not { IsString: true, Text: "2008-10-17" or "2012-10-17" })
        {
            return Fault(version, "Version");
        }

        if (root.Find("Id") is { IsString: false } id)
        {
            return Fault(id, "Id");
        }

        return policy.Statements.Count == 0 ? Fault(root.Find("Statement") ?? root, "Statement") : policy.FirstInStatements(Find);
    }

    private static PolicyFault? Find(StatementNode statement)
    {
        var (json, path) = statement;
        if (!json.IsObject)
        {
            return Fault(json, path);
        }

        if (FindMember(json, path, StatementElements) is { } member)
        {
            return member;
        }

        if (json.Find("Sid") is { IsString: false } sid)
        {
            return Fault(sid, $"{path}.Sid");
        }

        if (json.Find("Effect") is not { IsString: true } effect
            || !(effect.Text.Equals("Allow", StringComparison.OrdinalIgnoreCase) || effect.Text.Equals("Deny", StringComparison.OrdinalIgnoreCase)))
        {
            return Fault(json.Find("Effect") ?? json, $"{path}.Effect");
        }

        return FindInPair(statement, "Action", "NotAction")
            ?? FindInPair(statement, "Resource", "NotResource")
            ?? FindInPrincipals(statement)
            ?? FindInCondition(statement);
    }

    private static PolicyFault? FindInPair(StatementNode statement, string positive, string negative)
    {
        if (statement.Has(positive) && statement.Has(negative))
        {
            return statement.Fault(ValidationText.Syntax, negative);
        }

        foreach (var value in statement.Values(positive).Concat(statement.Values(negative)))
        {
            if (!value.Json.IsString)
            {
                return value.Fault(ValidationText.Syntax);
            }
        }

        return null;
    }

    private static PolicyFault? FindInPrincipals(StatementNode statement)
    {
        if (statement.Has("Principal") && statement.Has("NotPrincipal"))
        {
            return statement.Fault(ValidationText.Syntax, "NotPrincipal");
        }

        var name = statement.Has("Principal") ? "Principal" : "NotPrincipal";
        if (statement.Find(name) is not { } principal || principal is { IsString: true, Text: "*" })
        {
            return null;
        }

        if (!principal.IsObject)
        {
            return statement.Fault(ValidationText.Syntax, name);
        }

        if (FindMember(principal, $"{statement.Path}.{name}", PrincipalTypes) is { } member)
        {
            return member;
        }

        foreach (var (type, _, values) in principal.Members)
        {
            foreach (var value in values.AsList())
            {
                if (!value.IsString)
                {
                    return Fault(value, $"{statement.Path}.{name}.{type}");
                }
            }
        }

        return null;
    }

    private static PolicyFault? FindInCondition(StatementNode statement)
    {
        var path = $"{statement.Path}.Condition";
        if (statement.Find("Condition") is not { } block)
        {
            return null;
        }

        if (!block.IsObject)
        {
            return Fault(block, path);
        }

        if (FindDuplicate(block, path) is { } duplicate)
        {
            return duplicate;
        }

        foreach (var (name, offset, keys) in block.Members)
        {
            // AWS: an operator that does not exist passes as long as nothing stands under it.
            if (!keys.IsObject || (keys.Members.Count > 0 && !OperatorName.TryParse(name, out _)))
            {
                return new PolicyFault(ValidationText.Syntax, offset, $"{path}.{name}");
            }

            if (FindDuplicate(keys, $"{path}.{name}") is { } again)
            {
                return again;
            }

            foreach (var (key, _, values) in keys.Members)
            {
                foreach (var value in values.AsList())
                {
                    if (!value.IsScalar)
                    {
                        return Fault(value, $"{path}.{name}.{key}");
                    }
                }
            }
        }

        return null;
    }

    /// <summary>A member that is unknown or there twice.</summary>
    private static PolicyFault? FindMember(JsonPart json, string path, string[] known)
    {
        foreach (var (name, offset, _) in json.Members)
        {
            if (!known.Contains(name))
            {
                return new PolicyFault(ValidationText.Syntax, offset, Join(path, name));
            }
        }

        return FindDuplicate(json, path);
    }

    private static PolicyFault? FindDuplicate(JsonPart json, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, offset, _) in json.Members)
        {
            if (!seen.Add(name))
            {
                return new PolicyFault(ValidationText.Syntax, offset, Join(path, name));
            }
        }

        return null;
    }

    private static PolicyFault Fault(JsonPart json, string path) => new(ValidationText.Syntax, json.Offset, path);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
