using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What S3's targets say beside action and resource.</summary>
internal static class S3Targets
{
    /// <summary>Gives the tags of the object that is acted on as <c>s3:ExistingObjectTag/…</c>.</summary>
    public static Target WithTagsOf(this Target target, ObjectRecord? record)
    {
        foreach (var (name, value) in record?.Tags ?? NamedValues.Empty)
        {
            target.With(S3Keys.ExistingObjectTag(name), value);
        }

        return target;
    }

    /// <summary>Gives what the headers of a write ask for. What they don't say is no key.</summary>
    public static Target WithHeaders(
        this Target target, string? acl = null, string? storageClass = null, string? encryption = null, string? redirect = null) => target
        .With(S3Keys.Acl, acl)
        .With(S3Keys.StorageClass, storageClass)
        .With(S3Keys.Encryption, encryption)
        .With(S3Keys.Redirect, redirect);

    /// <summary>Gives the conditions of a write, and whether it makes an object or only a part of one.</summary>
    public static Target WithConditions(this Target target, WriteConditions conditions, bool makesObject) => target
        .With(S3Keys.IfMatch, conditions.IfMatch)
        .With(S3Keys.IfNoneMatch, conditions.IfNoneMatch)
        .With(S3Keys.ObjectCreationOperation, ContextValue.Of(makesObject));

    /// <summary>Gives the tags of the request as <c>s3:RequestObjectTag/…</c> and their keys as <c>s3:RequestObjectTagKeys</c>.</summary>
    public static Target WithObjectTags(this Target target, NamedValues tags)
    {
        if (tags.Count == 0)
        {
            return target;
        }

        foreach (var (name, value) in tags)
        {
            target.With(S3Keys.RequestObjectTag(name), value);
        }

        return target.With(S3Keys.RequestObjectTagKeys, ContextValue.List([.. tags.Select(static tag => tag.Key)]));
    }
}
