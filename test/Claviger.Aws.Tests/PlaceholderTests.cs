namespace Claviger.Aws.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_test_project_runs() => Assert.Equal(".NETCoreApp", AppContext.TargetFrameworkName!.Split(',')[0]);
}
