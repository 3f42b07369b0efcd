using System.Globalization;
using System.Text;
using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Architecture.Tests;

public sealed class CoverageDocumentTests
{
    private const string File = "docs/coverage.md";

    [Fact]
    public void Tells_what_the_operations_themselves_tell() => Assert.Equal(Write(), Checkout.Read(File));

    // Run by ./check --coverage.
    [Fact(Explicit = true)]
    public void Is_rewritten()
    {
        System.IO.File.WriteAllText(Path.Combine(Checkout.Root, File), Write());
        Assert.Equal(Write(), Checkout.Read(File));
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            # What Claviger does of each service

            Made from the operations' own classes by `./check --coverage`; a test holds it to them. An operation that is not there yet is read, authenticated
            and authorized like any other, and then refused with one clear error.

            """);
        foreach (var (service, room) in Operations.Services)
        {
            WriteService(text, service, room);
        }

        return text.ToString();
    }

    private static void WriteService(StringBuilder text, ServiceModel service, string room)
    {
        var all = service.Operations.Select(operation => (operation.Name, Coverage: Operations.CoverageOf(room, operation))).ToList();
        var done = all.Count(operation => operation.Coverage == Coverage.Complete);
        text.Append(CultureInfo.InvariantCulture, $"\n## {service.Name}: {done} of {all.Count} operations\n\n| operation | |\n|---|---|\n");
        foreach (var (name, coverage) in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Words(coverage)} |\n");
        }
    }

    private static string Words(Coverage coverage) => coverage switch
    {
        Coverage.Complete => "does what AWS does",
        Coverage.StoredOnly => "stored only",
        Coverage.NotYet => "not yet",
    };
}
