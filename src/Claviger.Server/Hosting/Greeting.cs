namespace Claviger.Server;

/// <summary>What a start prints: all that a person needs next, and no secret.</summary>
internal static class Greeting
{
    public static void Write(TextWriter output, ServerSettings settings, Uri endpoint, Uri console, FirstAccount account)
    {
        var url = endpoint.OriginalString.TrimEnd('/');
        var credentials = RootCredentials.PathIn(settings.Folder);
        output.Write($"""
            Claviger {VersionCommand.Version}

              Account      {account.Id}
              Root user    {account.RootEmail}
              Credentials  {Credentials(credentials, account.IsNew)}
              State        {State(settings)}
              Endpoint     {url}
              Console      {console.OriginalString.TrimEnd('/')}/signin?type=root

            In a browser, sign in to the console as the root user, with the password in the credentials. For aws, once:

              aws configure import --csv {Quoted($"file://{credentials}")}

            and in each shell:

              export AWS_PROFILE={RootCredentials.FirstProfile} AWS_DEFAULT_REGION=us-east-1 AWS_ENDPOINT_URL={url}
              aws sts get-caller-identity

            An aws older than 2.13 (aws --version) takes no AWS_ENDPOINT_URL: add --endpoint-url {url},
            or leave all of this to Claviger: ./claviger aws sts get-caller-identity

            Ctrl-C stops the server.

            """);
        output.Flush();
    }

    private static string Credentials(string path, bool isNew) => (isNew, File.Exists(path)) switch
    {
        (true, _) => $"{path} (password and access key of the root user, written this once: keep them)",
        (false, true) => $"{path} (written at the first start)",
        (false, false) => $"written to {path} at the first start, and no longer there",
    };

    private static string State(ServerSettings settings) => settings switch
    {
        { IsEphemeral: true } => "in memory, gone when the server stops",
        { Database: not null } => "in PostgreSQL",
        _ => settings.DataFolder,
    };

    private static string Quoted(string word) =>
        word.All(character => char.IsAsciiLetterOrDigit(character) || "/:._-".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
