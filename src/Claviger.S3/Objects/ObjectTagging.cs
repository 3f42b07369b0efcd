using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The actions on objects' tags, and what is told of tags elsewhere.</summary>
internal static class ObjectTagging
{
    public const string Get = "s3:GetObjectTagging";
    public const string GetOfVersion = "s3:GetObjectVersionTagging";
    public const string Put = "s3:PutObjectTagging";
    public const string PutOfVersion = "s3:PutObjectVersionTagging";
    public const string Delete = "s3:DeleteObjectTagging";
    public const string DeleteOfVersion = "s3:DeleteObjectVersionTagging";

    /// <summary>How many tags an object has; null for none, and for who may not read them.</summary>
    public static int? VisibleCount(BucketAccess access, CallContext call, ReadTransaction state, ObjectView view)
    {
        if (view.Record.Tags.Count == 0)
        {
            return null;
        }

        var targets = new Targets(call);
        access.OnObject(targets, call, Get, view.Bucket, view.Record.Key).WithTagsOf(view.Record);
        return call.Refusal(targets, state) is null ? view.Record.Tags.Count : null;
    }
}
