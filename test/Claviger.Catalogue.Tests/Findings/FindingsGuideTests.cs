using Claviger.CatalogueGen;

namespace Claviger.Catalogue.Tests;

public sealed class FindingsGuideTests
{
    [Fact]
    public void The_guide_lists_the_checks_as_they_are() =>
        Assert.Equal(File.ReadAllText(Path.Combine(FindRoot(), "docs", "guides", "findings.md")), FindingsGuide.Write());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Claviger.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
