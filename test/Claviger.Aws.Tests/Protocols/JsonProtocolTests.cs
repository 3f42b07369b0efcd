using System.Buffers;
using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.CloudTrail;
using Claviger.Aws.Shapes.IamToolbox;

namespace Claviger.Aws.Tests;

public sealed class JsonProtocolTests
{
    [Theory]
    [InlineData("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", true)]
    [InlineData("CloudTrail_20131101.LookupEvents", true)]
    [InlineData("CloudTrail_20131101.lookupEvents", false)]
    [InlineData("Trail_20131101.LookupEvents", false)]
    [InlineData("v20131101.CloudTrail_20131101.LookupEvents", false)]
    [InlineData("LookupEvents", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_operation_is_found_by_the_header(string? target, bool found) =>
        Assert.Equal(found, JsonProtocol.Find(CloudTrailModel.Service, target) is not null);

    [Fact]
    public void An_answer_is_an_object_without_what_is_null() => Assert.Equal(
        """{"Events":[{"EventName":"GetUser","EventTime":1795501140.25,"Resources":[],"CloudTrailEvent":"{\"a\":\"é<&'\"}"}]}""",
        Written(output => JsonProtocol.Instance.WriteResponse(
            output,
            LookupEventsRequest.Operation,
            new LookupEventsResponse
            {
                Events =
                [
                    new EventShape
                    {
                        EventName = "GetUser",
                        EventTime = DateTimeOffset.UnixEpoch.AddMilliseconds(1_795_501_140_250),
                        Resources = [],
                        CloudTrailEvent = """{"a":"é<&'"}""",
                    },
                ],
            },
            "id")));

    [Fact]
    public void Any_json_stands_in_a_map_as_it_is() => Assert.Equal(
        """{"requestContext":{"aws:SecureTransport":false,"aws:TagKeys":["a"]},"evaluations":[{"action":"iam:GetUser","resource":"*"}]}""",
        Written(output => RestJsonProtocol.Instance.WriteResponse(
            output,
            GetRequestAuthorizationDetailsRequest.Operation,
            new GetRequestAuthorizationDetailsResponse
            {
                RequestContext = new Dictionary<string, JsonElement>
                {
                    ["aws:SecureTransport"] = JsonElement.Parse("false"),
                    ["aws:TagKeys"] = JsonElement.Parse("[\"a\"]"),
                },
                Evaluations = [new EvaluationShape { Action = "iam:GetUser", Resource = "*" }],
            },
            "id")));

    [Theory]
    [InlineData("AccessDenied", 403, "AccessDeniedException", 400, 403)]
    [InlineData("InvalidClientTokenId", 403, "UnrecognizedClientException", 400, 403)]
    [InlineData("SignatureDoesNotMatch", 403, "InvalidSignatureException", 400, 403)]
    [InlineData("ValidationError", 400, "ValidationException", 400, 400)]
    [InlineData("ResourceNotFoundException", 404, "ResourceNotFoundException", 404, 404)]
    public void What_all_services_answer_has_a_code_and_a_status_of_its_own(string code, int status, string told, int json, int restJson)
    {
        var error = new AwsError(code, status, "text");
        AwsError inJson = JsonProtocol.Instance.Translate(error);
        AwsError inRest = RestJsonProtocol.Instance.Translate(error);

        Assert.Equal((told, json), (inJson.Code, inJson.HttpStatus));
        Assert.Equal((told, restJson), (inRest.Code, inRest.HttpStatus));
        Assert.Contains(new KeyValuePair<string, string>("x-amzn-ErrorType", told), inRest.Headers);
        Assert.Equal(
            $$"""{"__type":"{{told}}","message":"text"}""",
            Written(output => JsonProtocol.Instance.WriteError(output, CloudTrailModel.Service, inJson, "id")));
    }

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
