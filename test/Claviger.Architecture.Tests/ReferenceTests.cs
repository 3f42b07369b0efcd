using System.Xml.Linq;

namespace Claviger.Architecture.Tests;

public sealed class ReferenceTests
{
    [Theory, MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_room_is_compiled_against_only_the_rooms_that_it_may_see(string room)
    {
        var seen = Rooms.Load(room).GetReferencedAssemblies()
            .Where(assembly => assembly.Name!.StartsWith("Claviger.", StringComparison.Ordinal))
            .Select(assembly => assembly.Name!["Claviger.".Length..]);
        Assert.Empty(seen.Except(Rooms.MayReference[room]));
    }

    [Theory, MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_rooms_project_names_only_the_rooms_that_it_may_see(string room)
    {
        var project = XDocument.Parse(Checkout.Read($"src/Claviger.{room}/Claviger.{room}.csproj"));
        var named = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)["Claviger.".Length..]);
        Assert.Empty(named.Except(Rooms.MayReference[room]));
    }

    [Fact]
    public void Every_project_under_src_is_a_room_of_the_table()
    {
        var projects = Checkout.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)["Claviger.".Length..]);
        Assert.Equal(Rooms.MayReference.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_policy_library_needs_nothing_but_the_framework()
    {
        var references = Rooms.Load("Policy").GetReferencedAssemblies().Select(assembly => assembly.Name!);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }
}
