using Claviger.Pipeline;

namespace Claviger.Sts;

/// <summary>When sessions begin: in whole seconds, as their tokens and answers hold them.</summary>
internal static class SessionTimes
{
    public static DateTimeOffset Begin(CallContext call) => DateTimeOffset.FromUnixTimeSeconds(call.Time.ToUnixTimeSeconds());
}
