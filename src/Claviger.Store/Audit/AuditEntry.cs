namespace Claviger.Store;

/// <summary>A record of the audit trail as stored.</summary>
/// <param name="Link">Its place in its chain.</param>
/// <param name="At">When it was written.</param>
/// <param name="Content">An event, or a compressed block of events.</param>
public sealed record AuditEntry(AuditLink Link, DateTimeOffset At, byte[] Content);
