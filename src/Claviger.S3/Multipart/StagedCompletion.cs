namespace Claviger.S3;

/// <summary>An upload that is ready to be made an object.</summary>
/// <param name="Plan">The object.</param>
/// <param name="Write">What it frees.</param>
internal sealed record StagedCompletion(UploadPlan Plan, StagedWrite Write);
