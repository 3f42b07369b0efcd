using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>JSON as the metadata service lays it out: a member a line, a space on both sides of the colon.</summary>
internal static class MetadataJson
{
    /// <summary>Writes an object.</summary>
    /// <param name="members">Its members; a value that is null is written as such.</param>
    public static string Write(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in members)
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\n  \"{name}\" : ");
            text.Append(value is null ? "null" : $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
        }

        return text.Append("\n}").ToString();
    }

    /// <summary>A time in the only form that clients read.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
