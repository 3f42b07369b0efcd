using System.Text;
using Claviger.Aws.Shapes.CloudTrail;

namespace Claviger.Aws.Tests;

public sealed class RequestJsonTests
{
    [Fact]
    public void Members_are_read_by_their_names_and_strangers_passed_over()
    {
        LookupEventsRequest request = Bind(
            """{"MaxResults":7,"StartTime":1795501140.25,"EndTime":"2026-11-24T06:19:00Z","Other":[{}],"NextToken":null,"LookupAttributes":[{"AttributeKey":"Username","AttributeValue":"böb"}]}""");

        Assert.Equal(7, request.MaxResults);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMilliseconds(1_795_501_140_250), request.StartTime);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 6, 19, 0, TimeSpan.Zero), request.EndTime);
        Assert.Null(request.NextToken);
        Assert.Equal(("Username", "böb"), Assert.Single(request.LookupAttributes!.Select(a => (a.AttributeKey, a.AttributeValue))));
    }

    [Fact]
    public void An_empty_body_has_no_members() => Assert.Null(Bind("").MaxResults);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{} x")]
    [InlineData("""{"MaxResults":"7"}""")]
    [InlineData("""{"MaxResults":7.5}""")]
    [InlineData("""{"MaxResults":99999999999}""")]
    [InlineData("""{"NextToken":7}""")]
    [InlineData("""{"NextToken":"\ud800"}""")]
    [InlineData("""{"NextToken":"a","NextToken":"b"}""")]
    [InlineData("""{"LookupAttributes":{}}""")]
    [InlineData("""{"LookupAttributes":["a"]}""")]
    [InlineData("""{"StartTime":1e300}""")]
    [InlineData("""{"StartTime":"yesterday"}""")]
    public void What_is_not_as_its_shape_says_is_refused(string body) =>
        Assert.Equal(("SerializationException", 400), ErrorOf(() => Bind(body)));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal(("SerializationException", 400), ErrorOf(() => Bind([.. "{\"NextToken\":\""u8, 0xff, .. "\"}"u8])));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Equal(("SerializationException", 400), ErrorOf(() => Bind(new string('[', 100_000))));

    private static (string, int) ErrorOf(Action act)
    {
        AwsError error = Assert.Throws<AwsError>(act);
        return (error.Code, error.HttpStatus);
    }

    private static LookupEventsRequest Bind(string body) => Bind(Encoding.UTF8.GetBytes(body));

    private static LookupEventsRequest Bind(byte[] body) =>
        LookupEventsRequest.Operation.Bind(new RequestContent { Json = RequestJson.Parse(body) });
}
