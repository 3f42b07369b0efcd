namespace Claviger.Console;

/// <summary>The addresses of pages about buckets and what is in them.</summary>
internal static class S3Links
{
    public const string Buckets = "/s3";

    public static string Bucket(string? name, string? tab = null) => Links.With("/s3/bucket", "name", name) + (tab is null ? "" : $"&tab={tab}");

    /// <summary>A bucket's page at a folder.</summary>
    public static string Folder(string bucket, string prefix) => Bucket(bucket) + (prefix.Length == 0 ? "" : $"&prefix={Uri.EscapeDataString(prefix)}");

    public static string Object(string bucket, string key, string? version = null, string? tab = null) =>
        Of("/s3/object", bucket, key, version) + (tab is null ? "" : $"&tab={tab}");

    public static string Download(string bucket, string key, string? version) => Of(ObjectDownload.Path, bucket, key, version);

    public static string Upload(string bucket, string prefix) => $"/s3/upload?bucket={Uri.EscapeDataString(bucket)}&prefix={Uri.EscapeDataString(prefix)}";

    public static string Empty(string bucket) => Links.With("/s3/empty", "bucket", bucket);

    public static string Delete(string bucket) => Links.With("/s3/delete", "bucket", bucket);

    public static string DeleteObjects(string bucket, string prefix) => $"/s3/delete-objects?bucket={Uri.EscapeDataString(bucket)}&prefix={Uri.EscapeDataString(prefix)}";

    public static string Arn(string bucket, string? key = null) => key is null ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}";

    /// <summary>The last part of a key or a folder, as people call it.</summary>
    public static string NameOf(string key)
    {
        var slash = key.AsSpan().TrimEnd('/').LastIndexOf('/');
        return key[(slash + 1)..] is { Length: > 0 } name ? name : key;
    }

    /// <summary>The folder that a key is in: up to its last slash, with it.</summary>
    public static string FolderOf(string key) => key[..(key.AsSpan().TrimEnd('/').LastIndexOf('/') + 1)];

    private static string Of(string path, string bucket, string key, string? version) =>
        $"{path}?bucket={Uri.EscapeDataString(bucket)}&key={Uri.EscapeDataString(key)}{(version is null ? "" : $"&version={Uri.EscapeDataString(version)}")}";
}
