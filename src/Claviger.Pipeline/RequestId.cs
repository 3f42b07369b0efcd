using System.Runtime.InteropServices;

namespace Claviger.Pipeline;

/// <summary>Ids of requests and audit events: version 4 UUIDs in lower case, as AWS writes them. They are names, not secrets.</summary>
public static class RequestId
{
    /// <summary>A new id, such as <c>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</c> in form.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return MemoryMarshal.Read<Guid>(bytes).ToString("D");
    }
}
