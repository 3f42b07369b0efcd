using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>The constraints that a request breaks, worded as AWS words them.</summary>
public sealed class ValidationErrors(ValidationWording wording)
{
    // A request may break one constraint per parameter; nobody reads more than these, and the answer stays in proportion.
    private const int MostListed = 100;

    private readonly ValidationWording _wording = wording;
    private List<string>? _violations;
    private string? _sentence;
    private AwsError? _error;
    private List<(string Member, int Number)>? _path;
    private (string Member, string? Value, bool IsInDocument)? _first;

    /// <summary>How many violations there are.</summary>
    public int Count => (_violations?.Count ?? 0) + (_sentence is null ? 0 : 1);

    /// <summary>The text of the error, or null where nothing is wrong.</summary>
    // AWS: IAM checks characters of names and paths after everything else, and then says nothing but the sentence on the first of them.
    public string? Message => _violations is null
        ? _sentence
        : $"{_violations.Count} validation error{(_violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", _violations)}";

    /// <summary>A member must be there.</summary>
    public void Require(string member, object? value)
    {
        if (value is null && _wording == ValidationWording.OfEc2)
        {
            _error ??= Ec2Violations.Missing(Place(member));
        }
        else if (value is null)
        {
            Note(member, null);
            Add(_wording == ValidationWording.WithValues ? "Value null at" : "Value at", member, "Member must not be null");
        }
    }

    /// <summary>A string keeps to a constraint; null does.</summary>
    public void Check(string member, string? value, StringConstraint constraint)
    {
        if (value is null || constraint.Allows(value))
        {
            return;
        }

        if (_wording == ValidationWording.OfEc2)
        {
            _error ??= Ec2Violations.Invalid(Place(member), constraint.IsSensitive ? "" : value);
            return;
        }

        Note(member, value);
        string subject = Subject(constraint.IsSensitive ? null : value);
        foreach (string rule in constraint.Broken(value, patternFirst: _wording == ValidationWording.WithValues))
        {
            Add(subject, member, rule);
        }

        if (!constraint.HasRightCharacters(value) && constraint.Sentence is { } sentence)
        {
            _sentence ??= $"The specified value for {member} is invalid. {sentence}";
        }
    }

    /// <summary>A number keeps to a range, whose ends are included; null does.</summary>
    public void Check(string member, int? value, int min, int max)
    {
        if ((value < min || value > max) && _wording == ValidationWording.OfEc2)
        {
            _error ??= Ec2Violations.OutOfRange(Place(member), value.Value, min, max);
        }
        else if (value < min || value > max)
        {
            Note(member, value?.ToString(CultureInfo.InvariantCulture));
            string bound = value < min ? $"greater than or equal to {min}" : $"less than or equal to {max}";
            Add(Subject(value?.ToString(CultureInfo.InvariantCulture)), member, $"Member must have value {bound}");
        }
    }

    /// <summary>A list has as many elements as it may have; null does.</summary>
    public void CheckCount<T>(string member, IReadOnlyList<T>? values, int min, int max)
    {
        if (values is null || (values.Count >= min && values.Count <= max))
        {
            return;
        }

        if (_wording == ValidationWording.OfEc2)
        {
            _error ??= Ec2Violations.OutOfRange(Place(member), values.Count, min, max);
        }
        else
        {
            Note(member, "");
            string bound = values.Count < min ? $"greater than or equal to {min}" : $"less than or equal to {max}";
            Add(Subject(values is IReadOnlyList<string> texts ? Joined(texts) : null), member, $"Member must have length {bound}");
        }
    }

    /// <summary>Every string of a list keeps to a constraint.</summary>
    // AWS: the list is at fault, not its element, and all rules for elements are listed, whichever is broken.
    public void CheckEach(string member, IReadOnlyList<string>? values, StringConstraint constraint)
    {
        for (int i = 0; i < values?.Count; i++)
        {
            if (!constraint.Allows(values[i]))
            {
                if (_wording == ValidationWording.OfEc2)
                {
                    _error ??= Ec2Violations.Invalid(Place(member), values[i]);
                    return;
                }

                Note(member, values[i]);
                Add(
                    Subject(constraint.IsSensitive ? null : Joined(values)),
                    member,
                    $"Member must satisfy constraint: [{string.Join(", ", constraint.Rules)}, Member must not be null]");
                return;
            }
        }
    }

    /// <summary>Every structure of a list keeps to its constraints; AWS counts them from one, <c>tags.1.member.key</c>.</summary>
    public void CheckEach<T>(string member, IReadOnlyList<T>? values)
        where T : class, IInputShape
    {
        for (int i = 0; i < values?.Count; i++)
        {
            Enter(member, i + 1);
            values[i].Validate(this);
            Leave();
        }
    }

    /// <summary>Every structure of a map keeps to its constraints.</summary>
    public void CheckEach<T>(string member, IReadOnlyDictionary<string, T>? values)
        where T : class, IInputShape
    {
        if (values is null)
        {
            return;
        }

        foreach ((string key, T value) in values)
        {
            Enter($"{member}.{key}.member", 0);
            value.Validate(this);
            Leave();
        }
    }

    /// <summary>A structure keeps to its constraints; null does.</summary>
    public void CheckStructure(string member, IInputShape? value)
    {
        if (value is not null)
        {
            Enter(member, 0);
            value.Validate(this);
            Leave();
        }
    }

    /// <summary>Ends the request if anything is wrong.</summary>
    /// <exception cref="AwsError">ValidationError with every violation; S3's and EC2's own error for the first.</exception>
    public void ThrowIfAny()
    {
        if (_error is not null)
        {
            throw _error;
        }

        if (_wording == ValidationWording.OfS3 && _first is { } first)
        {
            throw S3Violations.Error(first.Member, first.Value, first.IsInDocument);
        }

        if (Message is { } message)
        {
            throw AwsError.ValidationError(message);
        }
    }

    private static string Joined(IReadOnlyList<string> values) => $"[{string.Join(", ", values)}]";

    private string Subject(string? value) =>
        _wording == ValidationWording.WithValues && value is not null ? $"Value '{value}' at" : "Value at";

    private string Place(string member) => _path is { Count: > 0 } ? $"{_path[0].Member}.{member}" : member;

    private void Enter(string member, int number) => (_path ??= []).Add((member, number));

    private void Leave() => _path!.RemoveAt(_path.Count - 1);

    private void Note(string member, string? value) => _first ??= (member, value, _path is { Count: > 0 });

    private void Add(string subject, string member, string rule)
    {
        if ((_violations ??= []).Count == MostListed)
        {
            return;
        }

        var text = new StringBuilder(subject).Append(" '");
        foreach ((string outer, int number) in _path ?? [])
        {
            text.Append(outer).Append('.');
            if (number > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{number}.member.");
            }
        }

        _violations.Add(text.Append(member).Append("' failed to satisfy constraint: ").Append(rule).ToString());
    }
}
