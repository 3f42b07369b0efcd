using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>The part of a list that a caller asks for, with <c>Marker</c> and <c>MaxItems</c>.</summary>
/// <remarks>
/// A marker names the key that the last page ended with, so that an insertion does not shift a page. It is bound to account and operation;
/// it opens nothing: the list it continues is authorized like its first page.
/// </remarks>
public sealed class Page
{
    /// <summary>Items on a page for which no number is asked.</summary>
    public const int DefaultLimit = 100;

    private const int BindingLength = 8;

    private readonly byte[] _binding;

    private Page(byte[] binding, string after, int limit)
    {
        _binding = binding;
        After = after;
        Limit = limit;
    }

    /// <summary>The key after which the page begins; empty for the first page.</summary>
    public string After { get; }

    /// <summary>The most items on the page.</summary>
    public int Limit { get; }

    /// <summary>How many items to read: one more tells whether there is another page.</summary>
    public int Reach => Limit + 1;

    /// <summary>Reads what a request asks for.</summary>
    /// <exception cref="AwsError">The marker is not one that this list gave to this account.</exception>
    public static Page Of(CallContext call, string? marker, int? maxItems)
    {
        var binding = SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Caller.Account}/{call.Operation}"))[..BindingLength];
        return new Page(binding, marker is null ? "" : Open(marker, binding), maxItems ?? DefaultLimit);
    }

    /// <summary>Cuts a list that was read one item beyond the limit, and makes the marker of what is left.</summary>
    /// <param name="items">At most <see cref="Limit"/> + 1 items.</param>
    /// <param name="key">The key that an item is ordered by.</param>
    /// <param name="marker">The marker of the next page; null if this is the last.</param>
    /// <returns>The items of the page.</returns>
    public IReadOnlyList<T> Cut<T>(IReadOnlyList<T> items, Func<T, string> key, out string? marker)
    {
        if (items.Count <= Limit)
        {
            marker = null;
            return items;
        }

        marker = Seal(key(items[Limit - 1]));
        return [.. items.Take(Limit)];
    }

    /// <summary>Cuts a list that was read as a whole.</summary>
    /// <param name="items">All items, in the ordinal order of their keys.</param>
    /// <param name="key">The key that an item is ordered by.</param>
    /// <param name="marker">The marker of the next page; null if this is the last.</param>
    /// <returns>The items of the page.</returns>
    public IReadOnlyList<T> CutWhole<T>(IEnumerable<T> items, Func<T, string> key, out string? marker) =>
        Cut([.. items.SkipWhile(item => string.CompareOrdinal(key(item), After) <= 0).Take(Reach)], key, out marker);

    private string Seal(string key)
    {
        var bytes = new byte[BindingLength + Encoding.UTF8.GetByteCount(key)];
        _binding.CopyTo(bytes, 0);
        Encoding.UTF8.GetBytes(key, bytes.AsSpan(BindingLength));
        return Convert.ToBase64String(bytes);
    }

    private static string Open(string marker, byte[] binding)
    {
        var bytes = new byte[marker.Length];
        if (!Convert.TryFromBase64String(marker, bytes, out var length)
            || length <= BindingLength
            || !bytes.AsSpan(0, BindingLength).SequenceEqual(binding)
            || bytes.AsSpan(BindingLength, length - BindingLength).ContainsAnyInRange((byte)0, (byte)0x1F))
        {
            throw AwsError.ValidationError("Invalid Marker.");
        }

        return Encoding.UTF8.GetString(bytes, BindingLength, length - BindingLength);
    }
}
