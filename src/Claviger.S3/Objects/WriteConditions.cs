using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What a write demands of the object that it replaces.</summary>
/// <param name="IfMatch">The entity tag that it must have.</param>
/// <param name="IfNoneMatch">The asterisk: there must be none.</param>
internal readonly record struct WriteConditions(string? IfMatch, string? IfNoneMatch)
{
    /// <exception cref="AwsError">NotImplemented: S3 knows no other conditions on writes.</exception>
    public void Refine()
    {
        if (IfNoneMatch is not (null or "*"))
        {
            throw S3Error.NotImplemented("If-None-Match");
        }

        if (IfMatch is not null && IfNoneMatch is not null)
        {
            throw S3Error.NotImplemented("If-Match,If-None-Match");
        }
    }

    /// <exception cref="AwsError">PreconditionFailed; NoSuchKey: there is nothing that could match.</exception>
    public void Demand(string key, ObjectRecord? latest)
    {
        var current = latest is { IsDeleteMarker: false } ? latest : null;
        if (IfNoneMatch is not null && current is not null)
        {
            throw S3Error.PreconditionFailed("If-None-Match");
        }

        if (IfMatch is null)
        {
            return;
        }

        if (current is null)
        {
            throw S3Error.NoSuchKey(key);
        }

        if (!EntityTag.IsAmong(IfMatch, current.ETag))
        {
            throw S3Error.PreconditionFailed("If-Match");
        }
    }
}
