using System.Security.Cryptography;
using System.Text.Json;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;

namespace Claviger.S3;

/// <summary>A bucket's lifecycle rules. Those that delete or move objects are refused, for they would have no effect here.</summary>
internal sealed class LifecycleRules
{
    /// <summary>AWS's word for the sizes that rules don't move, which is told with the rules.</summary>
    public const string MinimumSize = "all_storage_classes_128K";

    private const int Most = 1000;
    private readonly LifecycleRule[] _rules;

    private LifecycleRules(LifecycleRule[] rules) => _rules = rules;

    /// <summary>The rules of a document.</summary>
    /// <exception cref="AwsError">MalformedXML, InvalidRequest, InvalidArgument, NotImplemented.</exception>
    public static LifecycleRules Of(BucketLifecycleConfigurationShape? document)
    {
        if (document?.Rules is not { Count: > 0 and <= Most } rules)
        {
            throw S3Error.MalformedXml();
        }

        LifecycleRule[] read = [.. rules.Select(Checked)];
        return read.DistinctBy(static rule => rule.Id).Count() == read.Length
            ? new(read)
            : throw S3Error.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule", "ID", "");
    }

    public static LifecycleRules Read(string text) => new(JsonSerializer.Deserialize(text, SettingsJson.Default.LifecycleRuleArray)!);

    public string Written() => JsonSerializer.Serialize(_rules, SettingsJson.Default.LifecycleRuleArray);

    /// <summary>The rule that ends an upload to a key first; null if none does.</summary>
    public LifecycleRule? For(string key) => _rules
        .Where(rule => rule.IsEnabled && key.StartsWith(rule.Prefix, StringComparison.Ordinal))
        .MinBy(static rule => rule.Days);

    /// <summary>The fewest days of any rule in force; null if there is none.</summary>
    public int? FewestDays => _rules.Where(static rule => rule.IsEnabled).Min(static rule => (int?)rule.Days);

    /// <summary>When the rule ends an upload: at the midnight after its days have passed.</summary>
    public static DateTimeOffset AbortDate(DateTimeOffset initiated, LifecycleRule rule) =>
        new(initiated.UtcDateTime.Date.AddDays(rule.Days + 1), TimeSpan.Zero);

    public IReadOnlyList<LifecycleRuleShape> Shown() =>
    [
        .. _rules.Select(static rule => new LifecycleRuleShape
        {
            ID = rule.Id,
            Status = rule.IsEnabled ? "Enabled" : "Disabled",
            Filter = rule.HasFilter ? new LifecycleRuleFilterShape { Prefix = rule.Prefix } : null,
            Prefix = rule.HasFilter ? null : rule.Prefix,
            AbortIncompleteMultipartUpload = new AbortIncompleteMultipartUploadShape { DaysAfterInitiation = rule.Days },
        }),
    ];

    private static LifecycleRule Checked(LifecycleRuleShape rule)
    {
        if (rule.Expiration is not null || rule.Transitions is not null || rule.NoncurrentVersionExpiration is not null
            || rule.NoncurrentVersionTransitions is not null)
        {
            throw S3Error.NotImplemented("LifecycleConfiguration");
        }

        if (rule.AbortIncompleteMultipartUpload is not { } abort)
        {
            throw S3Error.InvalidRequest("At least one action needs to be specified in a rule");
        }

        if (abort.DaysAfterInitiation is not { } days || (rule.Filter is null && rule.Prefix is null) || rule.Status is not ("Enabled" or "Disabled"))
        {
            throw S3Error.MalformedXml();
        }

        if (days <= 0)
        {
            throw S3Error.InvalidArgument("'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer", "DaysAfterInitiation", $"{days}");
        }

        if (rule.Filter is { } filter && (filter.Tag is not null || filter.And is not null || filter.ObjectSizeGreaterThan is not null || filter.ObjectSizeLessThan is not null))
        {
            throw S3Error.InvalidRequest("AbortIncompleteMultipartUpload cannot be specified with Tags or object sizes");
        }

        return new LifecycleRule
        {
            Id = string.IsNullOrEmpty(rule.ID) ? RandomNumberGenerator.GetHexString(32, lowercase: true) : rule.ID,
            IsEnabled = rule.Status == "Enabled",
            Prefix = rule.Filter?.Prefix ?? rule.Prefix ?? "",
            HasFilter = rule.Filter is not null,
            Days = days,
        };
    }
}
