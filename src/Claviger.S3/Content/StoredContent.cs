using Claviger.Store;

namespace Claviger.S3;

/// <summary>Bytes that are on the disk, and that no object refers to yet.</summary>
/// <param name="Id">Their name; null where there are none.</param>
/// <param name="Size">How many.</param>
internal sealed record StoredContent(ContentId? Id, long Size);
