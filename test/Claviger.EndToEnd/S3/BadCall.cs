using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>A call that S3 refuses for what is in it, and what it then says.</summary>
/// <param name="Operation">AWS's name of the operation.</param>
/// <param name="Parameters">Its parameters as JSON; BUCKET and UPLOAD stand for a bucket and an upload to its key <c>k</c>.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The error's text; null where that is of no interest.</param>
public sealed record BadCall(string Operation, string Parameters, string Code, int Status, string? Message = null)
{
    /// <summary>Makes the calls, and demands that each is refused as it says; what is not is told of all at once.</summary>
    public static async Task DemandAsync(SdkCaller caller, string bucket, string upload, params BadCall[] calls)
    {
        var wrong = new List<string>();
        foreach (var call in calls)
        {
            var text = call.Parameters.Replace("BUCKET", bucket, StringComparison.Ordinal).Replace("UPLOAD", upload, StringComparison.Ordinal);
            var parameters = JsonNode.Parse(text)!.AsObject();
            parameters["Bucket"] = bucket;
            var (_, error) = await caller.S3.TryAsync(call.Operation, parameters);
            if (error?.Code != call.Code || error.Status != call.Status || (call.Message is not null && error.Message != call.Message))
            {
                wrong.Add($"{call.Operation} {call.Parameters[..Math.Min(call.Parameters.Length, 80)]}: {error}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
