using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>An access key that may sign: whose it is, its secret, and for a session the token that must come with it.</summary>
internal sealed class Credential(Caller caller, SigningSecret secret, string? sessionToken, DateTimeOffset? expiresAt, Stamp[] stamps)
{
    private const int BaseSize = 2048;

    public Caller Caller => caller;

    public SigningSecret Secret => secret;

    /// <summary>The session's token; null for a long-term key.</summary>
    public string? SessionToken => sessionToken;

    /// <summary>When the session ends; null for a long-term key.</summary>
    public DateTimeOffset? ExpiresAt => expiresAt;

    public Stamp[] Stamps => stamps;

    /// <summary>Whether nothing that it was made of has changed.</summary>
    public bool IsCurrent
    {
        get
        {
            foreach (var stamp in stamps)
            {
                if (stamp.IsVoid)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>About as many bytes as it holds.</summary>
    public long Size
    {
        get
        {
            var session = caller.Session?.Document;
            var text = (sessionToken?.Length ?? 0) + (3 * (session?.Policy?.Length ?? 0))
                + caller.Tags.Sum(static tag => tag.Key.Length + tag.Value.Length + 32);
            return BaseSize + secret.Size + (2L * text);
        }
    }
}
