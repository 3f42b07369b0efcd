using System.Net;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>The address that a request comes from, as policies see it.</summary>
public static class ClientAddress
{
    /// <summary>The peer's address; an IPv4 address that arrived on a socket of both families is IPv4.</summary>
    public static IPAddress? Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}
