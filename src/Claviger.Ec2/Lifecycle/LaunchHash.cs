using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>What tells two launches with one client token apart: a hash over all that they ask for.</summary>
internal static class LaunchHash
{
    public static string Of(RunInstancesRequest request)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            request.WriteAudit(json);
        }

        // The event hides user data.
        buffer.Write(Encoding.UTF8.GetBytes(request.UserData ?? ""));
        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }
}
