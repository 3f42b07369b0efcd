using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Claviger.Policy;

/// <summary>The 12-digit number of an AWS account.</summary>
public readonly struct AccountId : IEquatable<AccountId>, IComparable<AccountId>
{
    private const int Digits = 12;
    private readonly long _number;

    private AccountId(long number) => _number = number;

    /// <summary>The number, as stores keep it: 0 to 999,999,999,999.</summary>
    public long Number => _number;

    /// <summary>The account of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than 12 digits or is negative.</exception>
    public static AccountId FromNumber(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999_999_999_999);
        return new AccountId(number);
    }

    /// <summary>Reads 12 ASCII digits.</summary>
    /// <exception cref="FormatException">The text is anything but 12 ASCII digits.</exception>
    public static AccountId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var account) ? account : throw new FormatException("An account id is 12 digits.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static AccountId Parse(string text) => Parse(text.AsSpan());

    /// <summary>Reads 12 ASCII digits; anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId account) => TryParse(text.AsSpan(), out account);

    /// <inheritdoc cref="TryParse(string?, out AccountId)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out AccountId account)
    {
        account = default;
        if (text.Length != Digits)
        {
            return false;
        }

        var number = 0L;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        account = new AccountId(number);
        return true;
    }

    /// <summary>The 12 digits, leading zeros kept.</summary>
    public override string ToString() => _number.ToString("D12", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(AccountId other) => _number == other._number;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AccountId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _number.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(AccountId other) => _number.CompareTo(other._number);

    /// <summary>Whether both are the same account.</summary>
    public static bool operator ==(AccountId left, AccountId right) => left.Equals(right);

    /// <summary>Whether they are different accounts.</summary>
    public static bool operator !=(AccountId left, AccountId right) => !left.Equals(right);

    /// <summary>Numeric order.</summary>
    public static bool operator <(AccountId left, AccountId right) => left._number < right._number;

    /// <summary>Numeric order.</summary>
    public static bool operator <=(AccountId left, AccountId right) => left._number <= right._number;

    /// <summary>Numeric order.</summary>
    public static bool operator >(AccountId left, AccountId right) => left._number > right._number;

    /// <summary>Numeric order.</summary>
    public static bool operator >=(AccountId left, AccountId right) => left._number >= right._number;
}
