namespace Claviger.S3;

/// <summary>Entity tags in conditions.</summary>
internal static class EntityTag
{
    /// <summary>As answers hold it.</summary>
    public static string Quoted(string etag) => $"\"{etag}\"";

    /// <summary>Whether one of the tags of a condition is an object's, or is the asterisk.</summary>
    public static bool IsAmong(string condition, string etag)
    {
        foreach (var range in condition.AsSpan().Split(','))
        {
            var tag = condition.AsSpan(range).Trim();
            tag = tag.StartsWith("W/") ? tag[2..] : tag;
            if (tag is "*" || tag.Trim('"').SequenceEqual(etag))
            {
                return true;
            }
        }

        return false;
    }
}
