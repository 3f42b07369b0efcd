using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>IAM Toolbox over HTTP as its SDKs send it: signed as IAM, REST with JSON. The clients at hand are older than the service.</summary>
internal static class Toolbox
{
    /// <summary>Asks why a call was denied; the answer must be there.</summary>
    public static async Task<SdkAnswer> ExplainAsync(this SdkCaller caller, string? authorizationId)
    {
        var answer = await caller.GetAsync($"/authorization-details/{authorizationId}");
        Assert.True(answer.Status == 200, answer.Body);
        Assert.Equal("application/json", answer.Header("Content-Type"));
        return new SdkAnswer(JsonNode.Parse(answer.Body));
    }

    /// <summary>Asks for a path of the service.</summary>
    public static Task<RawAnswer> GetAsync(this SdkCaller caller, string target) =>
        caller.Http.SendAsync(caller.Http.Sign(new RawRequest { Method = "GET", Target = target }));

    /// <summary>The error in an answer, by code, status and message; the header that SDKs look at must say the same.</summary>
    public static SdkError ErrorOf(RawAnswer answer)
    {
        var json = JsonNode.Parse(answer.Body)!;
        Assert.Equal((string?)json["__type"], answer.Header("x-amzn-ErrorType"));
        return SdkError.Of((string)json["__type"]!, answer.Status, (string)json["message"]!);
    }
}
