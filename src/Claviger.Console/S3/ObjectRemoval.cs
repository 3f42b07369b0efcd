using Claviger.Aws.Shapes.S3;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The deletion of many objects: those that are named, all under a folder, or a whole bucket with its versions.</summary>
/// <remarks>One request of a browser does so much of it; where more is left the page says so, and goes on when it is asked to.</remarks>
public sealed class ObjectRemoval(PrincipalCalls aws, string bucket)
{
    private const int Batch = 1000;
    private const int MostBatches = 20;

    private readonly List<ErrorShape> _errors = [];
    private int _batches;

    /// <summary>How many are deleted.</summary>
    public int Count { get; private set; }

    /// <summary>What was refused, and why.</summary>
    public IReadOnlyList<ErrorShape> Errors => _errors;

    /// <summary>Whether there is more to delete.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>The objects that a posted form names.</summary>
    internal static IReadOnlyList<ObjectRow> Named(IFormCollection form) =>
    [
        .. Values(form, "folder").Select(static value => new ObjectRow(Uri.UnescapeDataString(value[1..])) { IsFolder = true }),
        .. Values(form, "object").Select(static value => (Value: value, Slash: value.IndexOf('/', StringComparison.Ordinal)))
            .Select(static it => new ObjectRow(Uri.UnescapeDataString(it.Value[(it.Slash + 1)..])) { VersionId = it.Slash == 0 ? null : it.Value[..it.Slash] }),
    ];

    /// <summary>Deletes objects, and whatever is under folders.</summary>
    internal async Task RemoveAsync(IReadOnlyList<ObjectRow> rows)
    {
        foreach (var chunk in rows.Where(static row => !row.IsFolder).Chunk(Batch))
        {
            await DeleteAsync(chunk.Select(static row => new ObjectIdentifierShape { Key = row.Key, VersionId = row.VersionId }));
        }

        foreach (var folder in rows.Where(static row => row.IsFolder))
        {
            await RemoveFolderAsync(folder.Key);
        }
    }

    /// <summary>Deletes all objects with all their versions.</summary>
    public async Task EmptyAsync()
    {
        string? key = null, version = null;
        while (true)
        {
            var page = await aws.CallAsync(ListObjectVersionsRequest.Operation, new() { Bucket = bucket, KeyMarker = key, VersionIdMarker = version, MaxKeys = Batch });
            List<ObjectIdentifierShape> found =
            [
                .. (page.Versions ?? []).Select(static it => new ObjectIdentifierShape { Key = it.Key!, VersionId = it.VersionId }),
                .. (page.DeleteMarkers ?? []).Select(static it => new ObjectIdentifierShape { Key = it.Key!, VersionId = it.VersionId }),
            ];
            if (found.Count > 0 && !await DeleteAsync(found))
            {
                return;
            }

            if (page.IsTruncated is not true)
            {
                return;
            }

            (key, version) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
    }

    private static IEnumerable<string> Values(IFormCollection form, string field) =>
        form[field].Where(static value => value?.Contains('/', StringComparison.Ordinal) is true).Select(static value => value!);

    private async Task RemoveFolderAsync(string prefix)
    {
        string? token = null;
        do
        {
            var page = await aws.CallAsync(ListObjectsV2Request.Operation, new() { Bucket = bucket, Prefix = prefix, MaxKeys = Batch, ContinuationToken = token });
            if (page.Contents is { Count: > 0 } found && !await DeleteAsync(found.Select(static it => new ObjectIdentifierShape { Key = it.Key! })))
            {
                return;
            }

            token = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (token is not null);
    }

    /// <returns>Whether to go on: there is room for another batch, and this one was not refused as a whole.</returns>
    private async Task<bool> DeleteAsync(IEnumerable<ObjectIdentifierShape> objects)
    {
        if (_batches++ == MostBatches)
        {
            IsUnfinished = true;
            return false;
        }

        var answer = await aws.CallAsync(DeleteObjectsRequest.Operation, new() { Bucket = bucket, Delete = new DeleteShape { Objects = [.. objects] } });
        Count += answer.Deleted?.Count ?? 0;
        _errors.AddRange(answer.Errors ?? []);
        return answer.Deleted is { Count: > 0 };
    }
}
