using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>A page of what is in a folder of a bucket.</summary>
internal static class ObjectList
{
    private const string Delimiter = "/";
    private const int PageLength = 100;
    private const char MarkerEnd = '/';

    /// <summary>Reads the folders and objects that a page's address asks for: <c>prefix</c>, <c>q</c>, <c>marker</c>, <c>versions</c>.</summary>
    public static async Task<ListPage<ObjectRow>> ReadAsync(PrincipalCalls aws, string bucket, HttpContext http)
    {
        var query = http.Request.Query;
        var prefix = query["prefix"].ToString() + query["q"].ToString();
        var marker = query["marker"].ToString() is { Length: > 0 } text ? text : null;
        try
        {
            var (rows, next) = query["versions"] == "yes" ? await VersionsAsync(aws, bucket, prefix, marker) : await CurrentAsync(aws, bucket, prefix, marker);
            return new ListPage<ObjectRow>(rows)
            {
                Next = next is null ? null : PageAddress.With(http, ("marker", next)),
                Previous = marker is null ? null : PageAddress.With(http, ("marker", null)),
            };
        }
        catch (AwsError error)
        {
            return new ListPage<ObjectRow>([]) { Error = error };
        }
    }

    private static async Task<(IReadOnlyList<ObjectRow> Rows, string? Next)> CurrentAsync(PrincipalCalls aws, string bucket, string prefix, string? marker)
    {
        var page = await aws.CallAsync(ListObjectsV2Request.Operation, new()
        {
            Bucket = bucket, Prefix = prefix, Delimiter = Delimiter, MaxKeys = PageLength, ContinuationToken = marker,
        });
        return (
            [
                .. Folders(page.CommonPrefixes),
                .. (page.Contents ?? []).Select(static it => new ObjectRow(it.Key!) { Modified = it.LastModified, Size = it.Size, StorageClass = it.StorageClass }),
            ],
            page.IsTruncated is true ? page.NextContinuationToken : null);
    }

    private static async Task<(IReadOnlyList<ObjectRow> Rows, string? Next)> VersionsAsync(PrincipalCalls aws, string bucket, string prefix, string? marker)
    {
        var end = marker?.IndexOf(MarkerEnd, StringComparison.Ordinal) ?? -1;
        var page = await aws.CallAsync(ListObjectVersionsRequest.Operation, new()
        {
            Bucket = bucket, Prefix = prefix, Delimiter = Delimiter, MaxKeys = PageLength,
            KeyMarker = marker?[(end + 1)..], VersionIdMarker = end > 0 ? marker![..end] : null,
        });
        var versions = (page.Versions ?? []).Select(static it => new ObjectRow(it.Key!)
        {
            VersionId = it.VersionId, IsLatest = it.IsLatest is true, Modified = it.LastModified, Size = it.Size, StorageClass = it.StorageClass,
        });
        var markers = (page.DeleteMarkers ?? []).Select(static it => new ObjectRow(it.Key!)
        {
            VersionId = it.VersionId, IsLatest = it.IsLatest is true, Modified = it.LastModified, IsMarker = true,
        });
        return (
            [
                .. Folders(page.CommonPrefixes),
                .. versions.Concat(markers).OrderBy(static row => row.Key, StringComparer.Ordinal).ThenByDescending(static row => row.IsLatest).ThenByDescending(static row => row.Modified),
            ],
            page.IsTruncated is true ? $"{page.NextVersionIdMarker}{MarkerEnd}{page.NextKeyMarker}" : null);
    }

    private static IEnumerable<ObjectRow> Folders(IReadOnlyList<CommonPrefixShape>? prefixes) =>
        (prefixes ?? []).Select(static it => new ObjectRow(it.Prefix!) { IsFolder = true });
}
