using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>The constraints that a request breaks, worded as AWS words them.</summary>
public sealed class ValidationErrors
{
    // A request may break one constraint per parameter; nobody reads more than these, and the answer stays in proportion.
    private const int MostListed = 100;

    private List<string>? _violations;
    private List<string>? _path;

    /// <summary>How many violations there are.</summary>
    public int Count => _violations?.Count ?? 0;

    /// <summary>The violations, in the order in which they were found.</summary>
    public IReadOnlyList<string> Violations => _violations ?? [];

    /// <summary>Goes into a structure, whose members' names follow after <paramref name="member"/>.</summary>
    public void Enter(string member) => (_path ??= []).Add(member);

    /// <summary>Goes into an element of a list; AWS counts from one and says <c>tags.1.member.key</c>.</summary>
    public void Enter(string member, int number) =>
        Enter(string.Create(CultureInfo.InvariantCulture, $"{member}.{number}.member"));

    /// <summary>Goes back out.</summary>
    public void Leave() => _path!.RemoveAt(_path.Count - 1);

    /// <summary>A member that must be there isn't.</summary>
    public void Require(string member, object? value)
    {
        if (value is null)
        {
            Add($"Value null at '{Path(member)}'", "Member must not be null");
        }
    }

    /// <summary>A string keeps to a constraint; null does.</summary>
    public void Check(string member, string? value, StringConstraint constraint)
    {
        if (value is not null && !constraint.Allows(value))
        {
            string subject = constraint.IsSensitive ? $"Value at '{Path(member)}'" : $"Value '{value}' at '{Path(member)}'";
            foreach (string rule in constraint.Broken(value))
            {
                Add(subject, rule);
            }
        }
    }

    /// <summary>A number keeps to a range, whose ends are included; null does.</summary>
    public void Check(string member, int? value, int min, int max)
    {
        if (value < min)
        {
            Add(Subject(member, value), $"Member must have value greater than or equal to {min}");
        }
        else if (value > max)
        {
            Add(Subject(member, value), $"Member must have value less than or equal to {max}");
        }
    }

    /// <summary>Every string of a list keeps to a constraint; AWS names the list, not its element.</summary>
    public void Check(string member, IReadOnlyList<string>? values, StringConstraint constraint)
    {
        if (values is null)
        {
            return;
        }

        foreach (string value in values)
        {
            if (!constraint.Allows(value))
            {
                string subject = constraint.IsSensitive ? $"Value at '{Path(member)}'" : $"Value '[{string.Join(", ", values)}]' at '{Path(member)}'";
                Add(subject, $"Member must satisfy constraint: [{string.Join(", ", constraint.Rules)}]");
                return;
            }
        }
    }

    /// <summary>A list has as many elements as it may have; null does.</summary>
    public void CheckCount<T>(string member, IReadOnlyList<T>? values, int min, int max)
    {
        if (values is null || (values.Count >= min && values.Count <= max))
        {
            return;
        }

        string subject = $"Value '[{string.Join(", ", values)}]' at '{Path(member)}'";
        Add(subject, values.Count < min
            ? $"Member must have length greater than or equal to {min}"
            : $"Member must have length less than or equal to {max}");
    }

    /// <summary>Ends the request if anything is wrong.</summary>
    /// <exception cref="AwsError">ValidationError with every violation.</exception>
    public void ThrowIfAny()
    {
        if (_violations is { } violations)
        {
            throw AwsError.ValidationError(
                $"{violations.Count} validation error{(violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", violations)}");
        }
    }

    private string Subject(string member, int? value) =>
        string.Create(CultureInfo.InvariantCulture, $"Value '{value}' at '{Path(member)}'");

    private string Path(string member)
    {
        if (_path is not { Count: > 0 })
        {
            return member;
        }

        var path = new StringBuilder();
        foreach (string part in _path)
        {
            path.Append(part).Append('.');
        }

        return path.Append(member).ToString();
    }

    private void Add(string subject, string rule)
    {
        if ((_violations ??= []).Count < MostListed)
        {
            _violations.Add($"{subject} failed to satisfy constraint: {rule}");
        }
    }
}
