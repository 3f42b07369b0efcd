using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Claviger.Aws.Shapes.S3;

namespace Claviger.Aws.Tests;

/// <summary>The generated shapes of S3 against the botocore that is installed, for every operation that it knows.</summary>
public sealed class ObjectConformanceTests(BotocoreObjects botocore) : IClassFixture<BotocoreObjects>
{
    // What is called at endpoints of its own, and what answers with events, and what a later operation has taken the place of.
    private static readonly string[] s_elsewhere =
    [
        "ListDirectoryBuckets", "WriteGetObjectResponse", "SelectObjectContent",
        "GetBucketLifecycle", "GetBucketNotification", "PutBucketLifecycle", "PutBucketNotification",
    ];

    private IEnumerable<JsonElement> Requests => botocore.Requests.Where(sent => !s_elsewhere.Contains(sent.GetProperty("operation").GetString()));

    [Fact]
    public async Task Reads_every_member_of_every_request_that_botocore_sends()
    {
        Assert.True(botocore.Requests.Count >= 96);
        foreach (JsonElement sent in Requests)
        {
            string name = sent.GetProperty("operation").GetString()!;
            RestRequest rest = Request(sent, out RestLevel level);
            OperationModel operation = S3Routes.Router.Find(sent.GetProperty("method").GetString()!, level, rest.Parameters, rest.Headers);
            Assert.Equal(name, operation.Name);

            IRequestShape request = operation.Bind(new RequestContent { Rest = rest });

            Assert.IsType(operation.RequestType, request);
            ShapeJson.AssertSame(Comparable(sent.GetProperty("params")), request, name);
            if (operation.Takes == OperationBody.Content)
            {
                PropertyInfo body = request.GetType().GetProperties().Single(property => property.PropertyType == typeof(ContentStream));
                using var reader = new StreamReader((ContentStream)body.GetValue(request)!);
                Assert.Equal("bytes of an object", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task Botocore_reads_every_member_of_every_answer_and_error()
    {
        var sample = new ShapeSample { Text = (property, number) => property?.Name == "Expires" ? "Tue, 24 Nov 2026 06:19:00 GMT" : $"v{number} <&>\"x" };
        var samples = Requests.Select(Find).Where(operation => operation.HasResult && operation.Name != "GetBucketLocation")
            .ToDictionary(operation => operation, operation => (IRestResponseShape)sample.Create(operation.ResponseType));
        AwsError error = S3Error.NoSuchKey("a <b>");
        var document = new ArrayBufferWriter<byte>();
        RestXmlProtocol.WriteError(document, error, "/b/k", "4442587FB7D0A2F9", "host");
        object failure = new
        {
            operation = "GetObjectAcl", status = error.HttpStatus, headers = new Dictionary<string, string>(), body = Convert.ToBase64String(document.WrittenSpan),
        };

        IReadOnlyList<JsonElement> parsed = await botocore.ParseAsync(samples.Select(pair => Answer(pair.Key, pair.Value)).Append(failure));

        foreach (JsonElement answer in parsed.SkipLast(1))
        {
            Assert.Empty(answer.GetProperty("missing").EnumerateArray().Select(member => member.GetString()));
            ShapeJson.AssertSame(Comparable(answer.GetProperty("parsed")), samples[Find(answer)], Find(answer).Name);
        }

        JsonElement read = parsed[^1].GetProperty("parsed").GetProperty("Error");
        Assert.Equal("NoSuchKey", read.GetProperty("Code").GetString());
        Assert.Equal(error.Message, read.GetProperty("Message").GetString());
        Assert.Equal("a <b>", read.GetProperty("Key").GetString());
    }

    // botocore reads this one outside its parser: the member is the root's own text.
    [Fact]
    public void The_location_is_the_text_of_its_document()
    {
        var body = new ArrayBufferWriter<byte>();
        var response = new GetBucketLocationResponse { LocationConstraint = "eu-west-1" };
        RestXmlProtocol.Instance.WriteResponse(body, GetBucketLocationRequest.Operation, response, "4442587FB7D0A2F9");
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">eu-west-1</LocationConstraint>",
            Encoding.UTF8.GetString(body.WrittenSpan));
    }

    private static object Answer(OperationModel operation, IRestResponseShape response)
    {
        var headers = new RestHeaders();
        response.WriteHeaders(headers);
        var body = new ArrayBufferWriter<byte>();
        RestXmlProtocol.Instance.WriteResponse(body, operation, response, "4442587FB7D0A2F9");
        byte[] bytes = response.RestPayload.Stream is { } stream ? ((MemoryStream)stream).ToArray() : body.WrittenSpan.ToArray();
        return new
        {
            operation = operation.Name, status = 200, headers = headers.All.ToDictionary(pair => pair.Key, pair => pair.Value), body = Convert.ToBase64String(bytes),
        };
    }

    private static RestRequest Request(JsonElement sent, out RestLevel level)
    {
        string[] target = sent.GetProperty("target").GetString()!.Split('?', 2);
        string[] path = target[0][1..].Split('/', 2);
        var headers = new HeaderList();
        foreach (JsonProperty header in sent.GetProperty("headers").EnumerateObject())
        {
            headers.Add(header.Name, header.Value.GetString()!);
        }

        byte[] body = sent.GetProperty("body").GetBytesFromBase64();
        level = path[0].Length == 0 ? RestLevel.Service : path.Length == 1 ? RestLevel.Bucket : RestLevel.Object;
        return new RestRequest
        {
            Bucket = level == RestLevel.Service ? null : path[0],
            Key = level == RestLevel.Object ? Uri.UnescapeDataString(path[1]) : null,
            Parameters = QueryParameters.Parse(Encoding.UTF8.GetBytes(target[1]), default),
            Headers = headers,
            Body = body,
            Content = new ContentStream(new MemoryStream(body), new ContentChecks()),
        };
    }

    // Bytes are compared apart; the Expires header is a text to us and a time to botocore.
    private static JsonElement Comparable(JsonElement members)
    {
        JsonObject copy = JsonNode.Parse(members.GetRawText())!.AsObject();
        foreach (string apart in new[] { "Body", "AnnotationPayload", "Expires", "ExpiresString", "ResponseExpires" })
        {
            copy.Remove(apart);
        }

        return JsonSerializer.SerializeToElement(copy);
    }

    private static OperationModel Find(JsonElement named) => S3Model.Service.Find(named.GetProperty("operation").GetString())
        ?? throw new InvalidOperationException($"No operation {named.GetProperty("operation")}.");
}
