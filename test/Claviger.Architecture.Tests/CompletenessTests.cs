using System.Reflection;
using Claviger.EndToEnd;
using Claviger.Pipeline;

namespace Claviger.Architecture.Tests;

public sealed class CompletenessTests
{
    private static readonly ILookup<(string, string), Aspect> Shown = typeof(CoversAttribute).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<CoversAttribute>())
        .ToLookup(covers => (covers.Service, covers.Operation), covers => covers.Aspect);

    [Fact]
    public void Every_class_of_an_operation_bears_the_name_of_one_of_AWSs()
    {
        var strangers = from service in Operations.Services
                        from type in Operations.ClassesOf(service.Room)
                        where service.Service.Find(WithoutUpstream(type.Name)) is null
                        select type.FullName;
        Assert.Empty(strangers);
    }

    // Of an operation that another server does there may be a second class.
    private static string WithoutUpstream(string name) => name.StartsWith("Upstream", StringComparison.Ordinal) ? name["Upstream".Length..] : name;

    [Theory]
    [InlineData(Aspect.Works)]
    [InlineData(Aspect.Refuses)]
    [InlineData(Aspect.Denies)]
    public void Every_operation_is_shown_over_the_wire(Aspect aspect)
    {
        var missing = from service in Operations.Services
                      from operation in service.Service.Operations
                      where Operations.CoverageOf(service.Room, operation) != Coverage.NotYet
                      where !Shown[(service.Service.Name, operation.Name)].Any(shown => shown.HasFlag(aspect))
                      select $"{service.Service.Name} {operation.Name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_claim_of_a_test_is_about_an_operation_that_there_is()
    {
        var claims = from covers in Shown
                     let service = Operations.Services.SingleOrDefault(service => service.Service.Name == covers.Key.Item1).Service
                     where service?.Find(covers.Key.Item2) is null
                     select covers.Key;
        Assert.Empty(claims);
    }
}
