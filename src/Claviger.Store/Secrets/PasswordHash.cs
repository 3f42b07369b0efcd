using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Store;

/// <summary>A hashed password: PBKDF2 with HMAC-SHA512, its version, iterations and salt beside it. Text: <c>v1$iterations$salt$hash</c>.</summary>
/// <remarks>The passwords of one user share a salt, so that looking for a password among its earlier ones costs one hash.</remarks>
public sealed class PasswordHash
{
    /// <summary>What a new hash costs: OWASP's count for HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    private const string Version = "v1";
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int MaxIterations = 100_000_000;

    private readonly int iterations;
    private readonly byte[] salt;
    private readonly byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash)
    {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /// <summary>A hash that no password has, to be checked for a user who doesn't exist or has no password: it takes as long.</summary>
    public static PasswordHash OfNobody { get; } =
        new(Iterations, RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(HashLength));

    /// <summary>Whether the hash was made with fewer iterations than a new one, and should be made again when its password is next seen.</summary>
    public bool IsOutdated => iterations < Iterations;

    /// <summary>Hashes a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="former">Hash of the user's password so far, whose salt is kept; null for a user's first.</param>
    public static PasswordHash Create(string password, PasswordHash? former = null)
    {
        var salt = former is { IsOutdated: false } ? former.salt : RandomNumberGenerator.GetBytes(SaltLength);
        return new PasswordHash(Iterations, salt, Compute(password, salt, Iterations));
    }

    /// <summary>Reads a hash's text.</summary>
    /// <exception cref="FormatException">It is none. The message holds nothing of it.</exception>
    public static PasswordHash Parse(string text)
    {
        var parts = text.Split('$');
        if (parts.Length != 4 || parts[0] != Version
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            || iterations is < 1 or > MaxIterations)
        {
            throw new FormatException("Not a password hash.");
        }

        var hash = Convert.FromBase64String(parts[3]);
        return hash.Length == HashLength
            ? new PasswordHash(iterations, Convert.FromBase64String(parts[2]), hash)
            : throw new FormatException("Not a password hash.");
    }

    /// <summary>Whether a password is among some hashed ones. Costs one hash for each different salt.</summary>
    public static bool IsAmong(string password, IEnumerable<PasswordHash> hashes)
    {
        var found = false;
        foreach (var alike in hashes.GroupBy(static hash => (hash.iterations, Convert.ToBase64String(hash.salt))))
        {
            var computed = Compute(password, alike.First().salt, alike.Key.iterations);
            foreach (var candidate in alike)
            {
                found |= CryptographicOperations.FixedTimeEquals(computed, candidate.hash);
            }
        }

        return found;
    }

    /// <summary>Whether a password is the one that was hashed.</summary>
    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Compute(password, salt, iterations), hash);

    /// <summary>The text that is stored.</summary>
    public override string ToString() =>
        $"{Version}${iterations.ToString(CultureInfo.InvariantCulture)}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";

    private static byte[] Compute(string password, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, HashLength);
}
