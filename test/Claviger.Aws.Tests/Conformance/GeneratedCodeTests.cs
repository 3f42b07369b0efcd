using Claviger.ShapeGen;

namespace Claviger.Aws.Tests;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void Regenerating_changes_nothing()
    {
        string root = RepositoryRoot();
        string contracts = Environment.GetEnvironmentVariable("CLAVIGER_CONTRACTS") ?? Path.Combine(root, "..", "shared", "contracts");
        Assert.SkipUnless(Directory.Exists(contracts), "The models that the code was generated from aren't here.");

        IReadOnlyList<string> differences = GeneratedFolder.Differences(
            Path.Combine(root, "src", "Claviger.Aws", "Generated"), ShapeGenerator.Generate(contracts));

        Assert.Empty(differences);
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Claviger.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
