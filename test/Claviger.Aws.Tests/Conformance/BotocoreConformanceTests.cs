using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Claviger.Aws.Tests;

/// <summary>The generated shapes against the botocore that is installed, for every operation that it knows.</summary>
public sealed class BotocoreConformanceTests(Botocore botocore) : IClassFixture<Botocore>
{
    private const string RequestId = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";

    [Fact]
    public void Reads_every_member_of_every_request_that_botocore_sends()
    {
        Assert.True(botocore.Requests.Count >= 160);
        foreach (JsonElement sent in botocore.Requests)
        {
            OperationModel operation = Find(sent);
            QueryParameters parameters = QueryParameters.Parse([], Encoding.UTF8.GetBytes(sent.GetProperty("body").GetString()!));
            Assert.Equal(operation.Name, parameters.Action);
            Assert.Equal(operation.Service.ApiVersion, parameters.Version);

            IRequestShape request = operation.Bind(new RequestContent { Parameters = parameters });

            Assert.IsType(operation.RequestType, request);
            ShapeJson.AssertSame(sent.GetProperty("params"), request, operation.Name);
        }
    }

    [Fact]
    public async Task Botocore_reads_every_member_of_every_response_and_error()
    {
        var samples = botocore.Requests.Select(Find).ToDictionary(o => o, o => (IResponseShape)new ShapeSample().Create(o.ResponseType));
        IEnumerable<object> results = samples.Select(sample => (object)new
        {
            service = sample.Key.Service.Name,
            operation = sample.Key.Name,
            status = 200,
            body = Written(output => sample.Key.Service.Protocol.WriteResponse(output, sample.Key, sample.Value, RequestId)),
        });
        AwsError error = AwsError.NoSuchEntity("The user with name <ä & \"b\"> cannot be found.");
        object failure = new
        {
            service = "iam",
            operation = "GetUser",
            status = error.HttpStatus,
            body = Written(output => QueryProtocol.Instance.WriteError(output, IamModel.Service, error, RequestId)),
        };

        IReadOnlyList<JsonElement> parsed = await botocore.ParseAsync(results.Append(failure));

        Assert.Equal(samples.Count + 1, parsed.Count);
        foreach (JsonElement answer in parsed)
        {
            Assert.Equal(RequestId, answer.GetProperty("requestId").GetString());
            Assert.Empty(answer.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        }

        foreach (JsonElement answer in parsed.SkipLast(1))
        {
            ShapeJson.AssertSame(answer.GetProperty("parsed"), samples[Find(answer)], Find(answer).Name);
        }

        JsonElement read = parsed[^1].GetProperty("parsed").GetProperty("Error");
        Assert.Equal("Sender", read.GetProperty("Type").GetString());
        Assert.Equal("NoSuchEntity", read.GetProperty("Code").GetString());
        Assert.Equal(error.Message, read.GetProperty("Message").GetString());
    }

    private static OperationModel Find(JsonElement named) =>
        Service(named.GetProperty("service").GetString()!).Find(named.GetProperty("operation").GetString())
        ?? throw new InvalidOperationException($"No operation {named.GetProperty("operation")}.");

    private static ServiceModel Service(string name) => name switch
    {
        "iam" => IamModel.Service,
        "sts" => StsModel.Service,
        "ec2" => Ec2Model.Service,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
