namespace Claviger.EndToEnd;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_test_project_runs() => Assert.Equal(".NETCoreApp", AppContext.TargetFrameworkName!.Split(',')[0]);
}
