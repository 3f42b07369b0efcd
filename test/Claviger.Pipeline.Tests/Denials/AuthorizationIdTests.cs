namespace Claviger.Pipeline.Tests;

public sealed class AuthorizationIdTests
{
    [Fact]
    public void Ids_have_the_form_of_AWSs_and_do_not_repeat()
    {
        var ids = Enumerable.Range(0, 1000).Select(static _ => AuthorizationId.New()).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, static id => Assert.Matches("^[0-9a-z]{25}$", id));
        Assert.Equal(36, ids.SelectMany(static id => id).Distinct().Count());
    }
}
