using Claviger.Aws;

namespace Claviger.Ec2;

/// <summary>EC2's errors, which its model doesn't declare.</summary>
/// <remarks>Source: "Error codes for the Amazon EC2 API" in AWS's developer guide.</remarks>
internal static class Ec2Error
{
    public static AwsError DryRun() => new("DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set.");

    public static AwsError InstanceNotFound(params IReadOnlyCollection<string> ids) => new("InvalidInstanceID.NotFound", 400, ids.Count == 1
        ? $"The instance ID '{ids.First()}' does not exist"
        : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static AwsError IncorrectInstanceState(string message) => new("IncorrectInstanceState", 400, message);

    public static AwsError OperationNotPermitted(string message) => new("OperationNotPermitted", 400, message);

    public static AwsError UnsupportedOperation(string message) => new("UnsupportedOperation", 400, message);

    public static AwsError Unsupported(string message) => new("Unsupported", 400, message);

    public static AwsError InstanceLimitExceeded(int wanted, long limit) => new("InstanceLimitExceeded", 400,
        $"You have requested more instances ({wanted}) than your current instance limit of {limit} allows for the specified instance type.");

    public static AwsError IdempotentParameterMismatch() => new(
        "IdempotentParameterMismatch", 400, "The request uses the same client token as a previous, but non-identical request.");

    public static AwsError InvalidFilter(string name) => AwsError.InvalidParameterValue($"The filter '{name}' is invalid");

    public static AwsError InvalidNextToken() => new("InvalidNextToken", 400, "The token 'nextToken' is invalid");
}
