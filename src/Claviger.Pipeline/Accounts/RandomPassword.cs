using System.Security.Cryptography;

namespace Claviger.Pipeline;

/// <summary>Passwords made for people: of every class of characters, and without any that would shift a column of credentials.csv.</summary>
public static class RandomPassword
{
    private const string Lower = "abcdefghijkmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Symbols = "!@#$%^&*()_+-=[]{}|";

    /// <summary>A new password with at least one character of each class.</summary>
    /// <param name="length">Its length, 8 to 128 characters.</param>
    public static string New(int length)
    {
        Span<char> password = stackalloc char[length];
        RandomNumberGenerator.GetItems(Lower + Upper + Digits + Symbols, password);
        RandomNumberGenerator.GetItems(Lower, password[..1]);
        RandomNumberGenerator.GetItems(Upper, password[1..2]);
        RandomNumberGenerator.GetItems(Digits, password[2..3]);
        RandomNumberGenerator.GetItems(Symbols, password[3..4]);
        RandomNumberGenerator.Shuffle(password);
        return new string(password);
    }
}
