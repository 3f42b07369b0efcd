using System.Diagnostics.CodeAnalysis;

namespace Claviger.Ec2;

/// <summary>The types of instances that are offered: the small ones of AWS's general families.</summary>
internal static class InstanceTypes
{
    /// <summary>What a launch gets that names no type.</summary>
    // AWS: this old one, to this day.
    public const string Default = "m1.small";

    private const string Intel = "x86_64";
    private const string Arm = "arm64";

    /// <summary>All types, in the order of their names.</summary>
    public static IReadOnlyList<InstanceType> All { get; } =
    [
        .. ((InstanceType[])
        [
            new("c5.large", 2, 4096, Intel, 2),
            new("c6g.large", 2, 4096, Arm, 1),
            new("m1.small", 1, 1740, Intel, 1),
            new("m5.large", 2, 8192, Intel, 2),
            new("m5.xlarge", 4, 16384, Intel, 2),
            new("m6i.large", 2, 8192, Intel, 2),
            new("m7g.large", 2, 8192, Arm, 1),
            new("m7g.medium", 1, 4096, Arm, 1),
            new("r5.large", 2, 16384, Intel, 2),
            new("t2.nano", 1, 512, Intel, 1),
            new("t2.micro", 1, 1024, Intel, 1),
            new("t2.small", 1, 2048, Intel, 1),
            new("t2.medium", 2, 4096, Intel, 1),
            new("t3.nano", 2, 512, Intel, 2),
            new("t3.micro", 2, 1024, Intel, 2),
            new("t3.small", 2, 2048, Intel, 2),
            new("t3.medium", 2, 4096, Intel, 2),
            new("t3.large", 2, 8192, Intel, 2),
            new("t3a.nano", 2, 512, Intel, 2),
            new("t3a.micro", 2, 1024, Intel, 2),
            new("t3a.small", 2, 2048, Intel, 2),
            new("t3a.medium", 2, 4096, Intel, 2),
            new("t4g.nano", 2, 512, Arm, 1),
            new("t4g.micro", 2, 1024, Arm, 1),
            new("t4g.small", 2, 2048, Arm, 1),
            new("t4g.medium", 2, 4096, Arm, 1),
        ]).OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The type of a name.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out InstanceType? type)
    {
        type = All.FirstOrDefault(candidate => candidate.Name == name);
        return type is not null;
    }
}
