using Claviger.Aws;
using Claviger.Policy;

namespace Claviger.Pipeline.Tests;

public sealed class PageTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Fact]
    public void A_marker_continues_after_the_last_item_even_where_one_was_put_before_it()
    {
        var call = Call("ListUsers", "111122223333");
        var first = Page.Of(call, null, 2).Cut(Names[..3], static name => name, out var marker);
        var second = Page.Of(call, marker, 2);

        Assert.Equal(["a", "b"], first);
        Assert.Equal("b", second.After);
        Assert.Equal(["c", "d"], second.Cut(Names[2..], static name => name, out var last));
        Assert.Null(last);
    }

    [Theory]
    [InlineData("ListRoles", "111122223333")]
    [InlineData("ListUsers", "444455556666")]
    public void A_marker_of_another_list_or_account_is_refused(string operation, string account)
    {
        Page.Of(Call("ListUsers", "111122223333"), null, 1).Cut(Names, static name => name, out var marker);

        var error = Assert.Throws<AwsError>(() => Page.Of(Call(operation, account), marker, 1));
        Assert.Equal(("ValidationError", "Invalid Marker."), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("not base64 at all")]
    public void What_is_no_marker_is_refused(string marker) =>
        Assert.Equal("ValidationError", Assert.Throws<AwsError>(() => Page.Of(Call("ListUsers", "111122223333"), marker, 1)).Code);

    private static CallContext Call(string operation, string account) => new()
    {
        RequestId = RequestId.New(),
        Time = DateTimeOffset.UnixEpoch,
        Caller = Caller.Root(AccountId.Parse(account)),
        Operation = IamModel.Service.Find(operation),
    };
}
