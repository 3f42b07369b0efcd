using System.Text;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>How much of the room for session policies and tags a session takes, in percent, as STS answers it.</summary>
/// <remarks>
/// AWS publishes neither form nor size of the room. The figures here come close to those that users report of policies whose text they show:
/// 736 characters with three tags 82 %, some 1,100 characters 118 %, 1,690 characters 157 %; a policy of one short statement 6 %.
/// </remarks>
public static class PackedPolicySize
{
    private const int Room = 440;
    private const int FreeOfCharge = 40;

    /// <summary>The percentage; more than 100 is too much. Null for a session without policies and tags.</summary>
    /// <param name="policy">The inline session policy.</param>
    /// <param name="policyArns">ARNs of managed policies.</param>
    /// <param name="tags">Session tags.</param>
    public static int? Percent(string? policy, IReadOnlyList<string> policyArns, TagSet tags)
    {
        if (policy is null && policyArns.Count == 0 && tags.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder(policy);
        text.AppendJoin('\n', policyArns);
        foreach (var tag in tags)
        {
            text.Append('\n').Append(tag.Key).Append('=').Append(tag.Value);
        }

        var packed = SessionCodec.PackedLength(Encoding.UTF8.GetBytes(text.ToString()));
        return Math.Max(1, (packed - FreeOfCharge) * 100 / Room);
    }
}
