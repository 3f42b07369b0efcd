using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What a read demands of the object.</summary>
/// <param name="IfMatch">Entity tags of which it must have one.</param>
/// <param name="IfNoneMatch">Entity tags of which it must have none.</param>
/// <param name="IfModifiedSince">It must be newer.</param>
/// <param name="IfUnmodifiedSince">It must not be newer.</param>
internal readonly record struct ReadConditions(
    string? IfMatch, string? IfNoneMatch, DateTimeOffset? IfModifiedSince, DateTimeOffset? IfUnmodifiedSince)
{
    /// <exception cref="AwsError">PreconditionFailed; NotModified, with the headers that say of what.</exception>
    public void Demand(ObjectRecord record)
    {
        DemandMatch(record);
        var isSame = IfNoneMatch is { } tags ? EntityTag.IsAmong(tags, record.ETag) : IfModifiedSince is { } time && Seconds(record.Modified) <= time;
        if (isSame)
        {
            throw S3Error.NotModified()
                .WithHeader("ETag", EntityTag.Quoted(record.ETag))
                .WithHeader("Last-Modified", record.Modified.UtcDateTime.ToString("r", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The same for a source that is copied, where nothing new is a failure too.</summary>
    /// <exception cref="AwsError">PreconditionFailed.</exception>
    public void DemandOfSource(ObjectRecord record)
    {
        DemandMatch(record);
        if (IfNoneMatch is { } tags && EntityTag.IsAmong(tags, record.ETag))
        {
            throw S3Error.PreconditionFailed("x-amz-copy-source-If-None-Match");
        }

        if (IfNoneMatch is null && IfModifiedSince is { } time && Seconds(record.Modified) <= time)
        {
            throw S3Error.PreconditionFailed("x-amz-copy-source-If-Modified-Since");
        }
    }

    private void DemandMatch(ObjectRecord record)
    {
        if (IfMatch is { } tags)
        {
            // AWS: a tag that matches makes up for a time that doesn't.
            if (!EntityTag.IsAmong(tags, record.ETag))
            {
                throw S3Error.PreconditionFailed("If-Match");
            }
        }
        else if (IfUnmodifiedSince is { } time && Seconds(record.Modified) > time)
        {
            throw S3Error.PreconditionFailed("If-Unmodified-Since");
        }
    }

    // Headers have whole seconds.
    private static DateTimeOffset Seconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
