namespace Claviger.Policy;

/// <summary>The size of a policy as IAM's quotas count it.</summary>
public static class PolicySize
{
    /// <summary>The number of characters that are not white space.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r'))
            {
                count++;
            }
        }

        return count;
    }
}
