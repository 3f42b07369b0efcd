using Claviger.Aws.Shapes.AccessAnalyzer;
using Claviger.Aws.Shapes.IamToolbox;

namespace Claviger.Aws.Tests;

public sealed class JsonRouterTests
{
    private static readonly JsonRouter Analyzer = AccessAnalyzerModel.Service.Router!;
    private static readonly JsonRouter Toolbox = IamToolboxModel.Service.Router!;

    [Theory]
    [InlineData("POST", "/policy/validation", "ValidatePolicy")]
    [InlineData("GET", "/analyzer/mine", "GetAnalyzer")]
    [InlineData("DELETE", "/analyzer/mine", "DeleteAnalyzer")]
    [InlineData("GET", "/analyzer/mine/archive-rule/first", "GetArchiveRule")]
    [InlineData("GET", "/policy/generation", "ListPolicyGenerations")]
    public void An_operation_is_found_by_method_and_path(string method, string path, string operation) =>
        Assert.Equal(operation, Analyzer.Find(method, path, out _)?.Name);

    [Theory]
    [InlineData("GET", "/policy/validation")]
    [InlineData("POST", "/policy/validation/")]
    [InlineData("POST", "/policy//validation")]
    [InlineData("POST", "/POLICY/validation")]
    [InlineData("GET", "/analyzer/")]
    [InlineData("GET", "/")]
    [InlineData("GET", "")]
    [InlineData("OPTIONS", "*")]
    public void Nothing_else_is_found(string method, string path) => Assert.Null(Analyzer.Find(method, path, out _));

    [Fact]
    public void A_member_of_the_path_is_decoded_once_and_may_hold_slashes()
    {
        Assert.Equal("TagResource", Analyzer.Find("POST", "/tags/arn%3Aaws%3Aa%2Fb%252F", out IReadOnlyDictionary<string, string> members)?.Name);
        Assert.Equal("arn:aws:a/b%2F", members["resourceArn"]);
    }

    [Theory]
    [InlineData("/authorization-details", true)]
    [InlineData("/authorization-details/abc/policy", true)]
    [InlineData("/authorization-detailsx", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    public void A_service_has_the_paths_that_begin_as_its_operations_do(string path, bool serves) => Assert.Equal(serves, Toolbox.Serves(path));

    [Fact]
    public void Query_and_path_are_read_into_the_shape()
    {
        OperationModel operation = Toolbox.Find("GET", "/authorization-details/5arhu/policy", out IReadOnlyDictionary<string, string> members)!;
        var content = new RequestContent { RestJson = new RestJsonRequest(members, "policyUri=arn%3Aaws%3Aiam%3A%3A1%3Apolicy%2Fa+b&policyUri=c", RequestJson.Parse([])) };

        var request = (GetRequestAuthorizationPolicyRequest)operation.Bind(content);

        Assert.Equal(("5arhu", "arn:aws:iam::1:policy/a b"), (request.AuthorizationId, request.PolicyUri));
    }

    [Fact]
    public void A_constraint_of_the_model_that_is_broken_is_named_with_the_value()
    {
        var content = new RequestContent
        {
            RestJson = new RestJsonRequest(new Dictionary<string, string>(), "", RequestJson.Parse("""{"policyDocument":"{}","policyType":"POLICY"}"""u8)),
        };

        AwsError error = Assert.Throws<AwsError>(() => ValidatePolicyRequest.Operation.Bind(content));

        Assert.Equal(
            "1 validation error detected: Value 'POLICY' at 'policyType' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[IDENTITY_POLICY, RESOURCE_POLICY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY]",
            error.Message);
        Assert.Equal(("ValidationException", 400), (RestJsonProtocol.Instance.Translate(error).Code, error.HttpStatus));
    }
}
