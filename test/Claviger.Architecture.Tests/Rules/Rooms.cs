using System.Reflection;

namespace Claviger.Architecture.Tests;

/// <summary>The rooms of the house and which other rooms each may see.</summary>
internal static class Rooms
{
    public static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> MayReference = new Dictionary<string, IReadOnlySet<string>>
    {
        ["Policy"] = new HashSet<string>(),
        ["Catalogue"] = new HashSet<string> { "Policy" },
        ["Aws"] = new HashSet<string> { "Policy" },
        ["Store"] = new HashSet<string> { "Policy" },
        ["Pipeline"] = new HashSet<string> { "Aws", "Catalogue", "Policy", "Store" },
        ["Iam"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["Sts"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["AccessAnalyzer"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["CloudTrail"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["IamToolbox"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["Ec2"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["S3"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
        ["Console"] = new HashSet<string> { "Pipeline", "Aws", "Catalogue", "Policy" },
        ["Server"] = new HashSet<string> { "AccessAnalyzer", "CloudTrail", "Console", "Ec2", "Iam", "IamToolbox", "S3", "Sts", "Pipeline", "Aws", "Catalogue", "Policy", "Store" },
    };

    public static IEnumerable<TheoryDataRow<string>> Names => MayReference.Keys.Select(name => new TheoryDataRow<string>(name));

    /// <summary>A room's compiled assembly. The server's bears the program's name.</summary>
    public static Assembly Load(string room) => Assembly.Load(room == "Server" ? "claviger" : $"Claviger.{room}");
}
