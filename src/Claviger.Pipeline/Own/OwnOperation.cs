using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>Something that a root user may ask of this server beside AWS's operations.</summary>
public abstract class OwnOperation
{
    /// <summary>The path below <c>/_claviger/</c>.</summary>
    public abstract string Path { get; }

    /// <summary>Its name in the audit trail and in denials.</summary>
    public abstract string Name { get; }

    /// <summary>Does it. The caller is an account's root user.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The request's body, JSON.</param>
    /// <returns>What is answered as JSON.</returns>
    /// <exception cref="AwsError">It is refused.</exception>
    public abstract Task<object> RunAsync(CallContext call, ReadOnlyMemory<byte> body);

    /// <summary>Reads a body.</summary>
    /// <exception cref="AwsError">It is not JSON of that form.</exception>
    private protected static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type) ?? throw AwsError.MalformedInput("The body is null.");
        }
        catch (JsonException e)
        {
            throw AwsError.MalformedInput($"The body can't be read: {e.Path}");
        }
    }
}
