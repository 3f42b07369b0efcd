using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>What is known of a caller's session. Safe to share between threads.</summary>
public sealed class SessionFacts
{
    private readonly KeyValuePair<ContextKey, string>[] delivered;
    private readonly PolicyDocument? inline;
    private Compiled? compiled;

    /// <param name="document">The session.</param>
    public SessionFacts(SessionDocument document)
    {
        Document = document;
        inline = document.Policy is { } text ? PolicyDocument.Load(text) : null;
        delivered = [.. document.DeliveryKeys.Select(static pair => new KeyValuePair<ContextKey, string>(ContextKey.Of(pair.Key), pair.Value))];
    }

    /// <summary>The session, as its token holds it.</summary>
    public SessionDocument Document { get; }

    /// <summary>Whether a second factor was shown for it.</summary>
    public bool IsMfaAuthenticated => Document.MfaAt is not null;

    /// <summary>The policies that narrow the session, as one set; null if none does.</summary>
    /// <remarks>
    /// A managed policy counts as it is when the session is used; one that is gone allows nothing.
    /// AWS: a federated user without session policies is granted nothing by the policies of the user who asked for it.
    /// </remarks>
    /// <param name="state">What <paramref name="find"/> needs, passed along so that it need not capture it.</param>
    /// <param name="find">Finds the document of a managed policy as it is now, the same object for as long as it is the same; null if it is gone.</param>
    public PolicySet? Policies<TState>(TState state, Func<TState, string, PolicyDocument?> find)
    {
        if (inline is null && Document.PolicyArns.Count == 0 && Document.Kind != SessionKind.FederatedUser)
        {
            return null;
        }

        var last = Volatile.Read(ref compiled);
        if (last is not null && last.Holds(Document.PolicyArns, state, find))
        {
            return last.Set;
        }

        var managed = Document.PolicyArns.Select(arn => find(state, arn)).ToArray();
        var fresh = new Compiled(Compile(managed), managed);
        Volatile.Write(ref compiled, fresh);
        return fresh.Set;
    }

    /// <summary>The value of a condition key that the service set which delivered the credentials.</summary>
    internal ContextValue Delivered(ContextKey key)
    {
        foreach (var (known, value) in delivered)
        {
            if (ReferenceEquals(known, key))
            {
                return value;
            }
        }

        return ContextValue.Missing;
    }

    private PolicySet Compile(PolicyDocument?[] managed)
    {
        var sources = new List<PolicySource>();
        if (inline is not null)
        {
            sources.Add(new PolicySource("session policy", null, inline));
        }

        for (var i = 0; i < managed.Length; i++)
        {
            var arn = Document.PolicyArns[i];
            sources.Add(new PolicySource(arn, arn, managed[i] ?? PolicyDocument.Load("{}")));
        }

        return PolicySet.Compile(PolicyKind.Session, sources);
    }

    private sealed class Compiled(PolicySet set, PolicyDocument?[] managed)
    {
        public PolicySet Set => set;

        // A policy's version never changes, so the same parsed documents mean that nothing did.
        public bool Holds<TState>(IReadOnlyList<string> arns, TState state, Func<TState, string, PolicyDocument?> find)
        {
            for (var i = 0; i < managed.Length; i++)
            {
                if (!ReferenceEquals(find(state, arns[i]), managed[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
