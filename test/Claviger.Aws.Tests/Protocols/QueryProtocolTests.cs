using System.Buffers;
using System.Text;
using Claviger.Aws.Shapes.Iam;

namespace Claviger.Aws.Tests;

public sealed class QueryProtocolTests
{
    [Fact]
    public void A_result_is_wrapped_in_the_names_of_its_operation() => Assert.Equal(
        """<CreateUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreateUserResult><User><Path>/</Path><UserName>Bob</UserName><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/Bob</Arn><CreateDate>2026-11-24T06:19:00Z</CreateDate></User></CreateUserResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></CreateUserResponse>""",
        Written(output => QueryProtocol.Instance.WriteResponse(
            output,
            CreateUserRequest.Operation,
            new CreateUserResponse
            {
                User = new()
                {
                    Path = "/",
                    UserName = "Bob",
                    UserId = "AIDACKCEVSQ6C2EXAMPLE",
                    Arn = "arn:aws:iam::123456789012:user/Bob",
                    CreateDate = new DateTimeOffset(2026, 11, 24, 6, 19, 0, TimeSpan.Zero),
                },
            },
            "id")));

    [Fact]
    public void An_operation_without_output_answers_its_request_id_only() => Assert.Equal(
        """<DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></DeleteUserResponse>""",
        Written(output => QueryProtocol.Instance.WriteResponse(output, DeleteUserRequest.Operation, DeleteUserResponse.Empty, "id")));

    [Fact]
    public void An_output_without_members_has_its_result_all_the_same() => Assert.Equal(
        """<UpdateRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><UpdateRoleResult></UpdateRoleResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></UpdateRoleResponse>""",
        Written(output => QueryProtocol.Instance.WriteResponse(output, UpdateRoleRequest.Operation, UpdateRoleResponse.Empty, "id")));

    [Fact]
    public void A_list_is_there_when_it_is_empty_and_says_whether_it_goes_on() => Assert.Equal(
        """<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListUsersResult><Users/><IsTruncated>false</IsTruncated></ListUsersResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></ListUsersResponse>""",
        Written(output => QueryProtocol.Instance.WriteResponse(output, ListUsersRequest.Operation, new ListUsersResponse(), "id")));

    [Fact]
    public void An_error_names_whose_fault_it_is()
    {
        Assert.Equal(
            """<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The user with name &lt;b&gt; cannot be found.</Message></Error><RequestId>id</RequestId></ErrorResponse>""",
            Written(output => QueryProtocol.Instance.WriteError(
                output, IamModel.Service, AwsError.NoSuchEntity("The user with name <b> cannot be found."), "id")));
        Assert.Contains("<Type>Receiver</Type>", Written(output => QueryProtocol.Instance.WriteError(
            output, IamModel.Service, AwsError.InternalFailure(), "id")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_operation_is_answered_in_the_namespace_of_faults() => Assert.Equal(
        """<ErrorResponse xmlns="http://webservices.amazon.com/AWSFault/2005-15-09"><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>Could not find operation Nope for version NO_VERSION_SPECIFIED</Message></Error><RequestId>id</RequestId></ErrorResponse>""",
        Written(output => QueryProtocol.Instance.WriteError(output, null, AwsError.InvalidAction("Nope", null), "id")));

    [Fact]
    public void An_error_without_text_has_no_message() => Assert.Equal(
        """<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>MalformedInput</Code></Error><RequestId>id</RequestId></ErrorResponse>""",
        Written(output => QueryProtocol.Instance.WriteError(output, StsModel.Service, AwsError.MalformedInput(""), "id")));

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
