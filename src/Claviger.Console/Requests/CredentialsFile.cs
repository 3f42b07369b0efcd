using System.Text;
using System.Text.Json;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>A file of new credentials, as AWS's console gives them out: commas, CRLF, no byte order mark, no quoting.</summary>
/// <remarks><c>aws configure import</c> splits lines at every comma, so that nothing is quoted; no value of ours but a user's name can hold one.</remarks>
public sealed record CredentialsFile(string Id, string Name, string Text)
{
    private const string UsersHeader = "User name,Password,Access key ID,Secret access key,Console login link";
    private const string KeysHeader = "User name,Access key ID,Secret access key";

    /// <summary>The file of the users' wizard.</summary>
    public static CredentialsFile OfUsers(IEnumerable<NewCredentials> users) => New(
        "credentials.csv",
        UsersHeader,
        users.Select(static user => $"{user.UserName},{user.Password},{user.AccessKeyId},{user.SecretAccessKey},{user.ConsoleLink}"));

    /// <summary>The file of one new access key.</summary>
    public static CredentialsFile OfKey(string name, NewCredentials key) =>
        New($"{name}_accessKeys.csv", KeysHeader, [$"{key.UserName},{key.AccessKeyId},{key.SecretAccessKey}"]);

    internal string Seal(Seals seals, HttpContext http) => seals.Seal(PurposeOf(http), JsonSerializer.Serialize(this), OneTimeFiles.Life);

    internal static CredentialsFile? Open(Seals seals, HttpContext http, string sealedFile) =>
        seals.Open(PurposeOf(http), sealedFile) is { } text ? JsonSerializer.Deserialize<CredentialsFile>(text) : null;

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => Name;

    private static string PurposeOf(HttpContext http) => $"file {http.Features.GetRequiredFeature<ConsoleSession>().Id}";

    private static CredentialsFile New(string name, string header, IEnumerable<string> lines)
    {
        var text = new StringBuilder(header).Append("\r\n");
        foreach (var line in lines)
        {
            text.Append(line).Append("\r\n");
        }

        return new CredentialsFile(RequestId.New(), name, text.ToString());
    }
}
