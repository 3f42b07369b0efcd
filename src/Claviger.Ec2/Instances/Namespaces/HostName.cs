using System.Security.Cryptography;

namespace Claviger.Ec2;

/// <summary>The name that a host's instances are known to be on it by: kept beside them, so that it moves where they do.</summary>
internal static class HostName
{
    /// <summary>Whether a folder of instances has a name, that is, whether there have ever been any.</summary>
    public static bool Has(string folder) => File.Exists(Path.Combine(folder, "host"));

    /// <summary>The name that a folder of instances has, made where it has none.</summary>
    public static string Of(string folder)
    {
        var file = Path.Combine(folder, "host");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, RandomNumberGenerator.GetHexString(16, lowercase: true));
        }

        return File.ReadAllText(file);
    }
}
