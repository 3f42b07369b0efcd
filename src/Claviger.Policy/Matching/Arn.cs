using System.Diagnostics.CodeAnalysis;

namespace Claviger.Policy;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>. The resource keeps all further colons.</summary>
public sealed class Arn : IEquatable<Arn>
{
    private const int Segments = 6;
    private readonly string _text;

    private Arn(string text, ReadOnlySpan<Range> segments)
    {
        _text = text;
        Partition = text[segments[1]];
        Service = text[segments[2]];
        Region = text[segments[3]];
        Account = text[segments[4]];
        Resource = text[segments[5]];
    }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, ...</summary>
    public string Partition { get; }

    /// <summary>The service's prefix, such as <c>iam</c>.</summary>
    public string Service { get; }

    /// <summary>The region; empty where a service has none.</summary>
    public string Region { get; }

    /// <summary>The account as written; empty where a service leaves it out (S3 buckets), <c>aws</c> for AWS managed policies.</summary>
    public string Account { get; }

    /// <summary>Everything behind the fifth colon.</summary>
    public string Resource { get; }

    /// <summary>Reads an ARN.</summary>
    /// <exception cref="FormatException">The text has fewer than six segments or does not begin with <c>arn:</c>.</exception>
    public static Arn Parse(string text) =>
        TryParse(text, out var arn) ? arn : throw new FormatException("An ARN is arn:partition:service:region:account:resource.");

    /// <summary>Reads an ARN: six segments, of which the first is <c>arn</c>; partition, service and resource may not be empty.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = null;
        if (text is null || !text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        Span<Range> segments = stackalloc Range[Segments];
        if (text.AsSpan().Split(segments, ':') != Segments
            || text.AsSpan(segments[1]).IsEmpty || text.AsSpan(segments[2]).IsEmpty || text.AsSpan(segments[5]).IsEmpty)
        {
            return false;
        }

        arn = new Arn(text, segments);
        return true;
    }

    /// <summary>The ARN as it was read.</summary>
    public override string ToString() => _text;

    /// <inheritdoc/>
    public bool Equals(Arn? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Arn);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}
