using System.Buffers;
using System.Text;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Aws.Tests;

public sealed class Ec2ProtocolTests
{
    private const string Space = "http://ec2.amazonaws.com/doc/2016-11-15/";

    [Fact]
    public void A_result_has_the_requests_id_first_and_no_element_of_its_own() => Assert.Equal(
        $"<StartInstancesResponse xmlns=\"{Space}\"><requestId>id</requestId><instancesSet><item><instanceId>i-1</instanceId>"
        + "<currentState><code>0</code><name>pending</name></currentState></item></instancesSet></StartInstancesResponse>",
        Written(output => Ec2Protocol.Instance.WriteResponse(
            output,
            StartInstancesRequest.Operation,
            new StartInstancesResponse
            {
                StartingInstances =
                [
                    new InstanceStateChangeShape { InstanceId = "i-1", CurrentState = new InstanceStateShape { Code = 0, Name = "pending" } },
                ],
            },
            "id")));

    [Fact]
    public void An_operation_without_output_says_that_it_was_done() => Assert.Equal(
        $"<RebootInstancesResponse xmlns=\"{Space}\"><requestId>id</requestId><return>true</return></RebootInstancesResponse>",
        Written(output => Ec2Protocol.Instance.WriteResponse(output, RebootInstancesRequest.Operation, RebootInstancesResponse.Empty, "id")));

    [Fact]
    public void An_error_stands_in_a_list_of_errors() => Assert.Equal(
        "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-1' does not exist</Message></Error></Errors>"
        + "<RequestID>id</RequestID></Response>",
        Written(output => Ec2Protocol.Instance.WriteError(
            output, Ec2Model.Service, new AwsError("InvalidInstanceID.NotFound", 400, "The instance ID 'i-1' does not exist"), "id")));

    [Theory]
    [InlineData("AccessDenied", "UnauthorizedOperation")]
    [InlineData("InternalFailure", "InternalError")]
    [InlineData("ServiceUnavailable", "Unavailable")]
    public void What_all_services_answer_has_EC2s_own_code(string code, string ours) => Assert.Contains(
        $"<Code>{ours}</Code>",
        Written(output => Ec2Protocol.Instance.WriteError(output, Ec2Model.Service, new AwsError(code, 400, "text"), "id")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Action=GetConsoleOutput", "MissingParameter", "The request must contain the parameter InstanceId")]
    [InlineData("Action=RunInstances&MinCount=1", "MissingParameter", "The request must contain the parameter MaxCount")]
    [InlineData("Action=DescribeVpcs&MaxResults=2", "InvalidParameterValue", "Value ( 2 ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.")]
    [InlineData(
        "Action=DescribeInstanceAttribute&InstanceId=i-1&Attribute=colour", "InvalidParameterValue", "Value (colour) for parameter attribute is invalid.")]
    public void The_first_constraint_that_is_broken_has_its_own_error(string form, string code, string message)
    {
        QueryParameters parameters = QueryParameters.Parse([], Encoding.UTF8.GetBytes(form));
        AwsError error = Assert.Throws<AwsError>(
            () => Ec2Model.Service.Find(parameters.Action)!.Bind(new RequestContent { Parameters = parameters }));
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void Lists_of_lists_are_read_by_their_numbers()
    {
        QueryParameters parameters = QueryParameters.Parse(
            [], "Filter.1.Name=instance-state-name&Filter.1.Value.1=running&Filter.1.Value.2=pending&InstanceId.1=i-1"u8);

        DescribeInstancesRequest request = DescribeInstancesRequest.Operation.Bind(new RequestContent { Parameters = parameters });

        Assert.Equal(["running", "pending"], Assert.Single(request.Filters!).Values);
        Assert.Equal(["i-1"], request.InstanceIds);
    }

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
