using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Claviger.EndToEnd;

public sealed class SecretsAtRestTests
{
    private const string Password = "Plain-to-see-password-1";

    [Fact]
    public async Task Nothing_secret_is_in_the_clear_in_what_is_kept_of_state_and_audit_or_printed()
    {
        await using var server = await LiveServer.StartAsync([]);
        var root = new RawHttp(server.Endpoint, LiveServer.RootKey);
        await root.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=amy");
        await root.FormAsync($"Action=CreateLoginProfile&Version=2010-05-08&UserName=amy&Password={Password}");
        await root.FormAsync($"Action=CreateLoginProfile&Version=2010-05-08&UserName=nobody&Password={Password}");
        await root.SendAsync(root.Sign(new RawRequest
        {
            Method = "GET",
            Target = $"/?Action=UpdateLoginProfile&Password={Password}2&UserName=amy&Version=2010-05-08",
        }));
        var key = await root.FormAsync("Action=CreateAccessKey&Version=2010-05-08&UserName=amy");
        var secret = key.Xml.Descendants().First(element => element.Name.LocalName == "SecretAccessKey").Value;
        var session = await root.FormAsync("Action=GetSessionToken&Version=2011-06-15", "sts");
        var token = session.Xml.Descendants().First(element => element.Name.LocalName == "SessionToken").Value;
        await root.FormAsync("Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=any&RoleArn=arn:aws:iam::111122223333:role/any&WebIdentityToken=Plain-to-see-token", "sts");
        Assert.Equal(0, await server.StopAsync());

        string[] secrets = [Password, secret, token, "Plain-to-see-token", LiveServer.RootPassword, LiveServer.RootKey.SecretAccessKey];
        var kept = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(server.Folder).Where(file => !file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            kept.Append(Everything(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        }

        // A failure's event: that it is found says that compressed blocks were looked into.
        Assert.Contains("The user with name nobody cannot be found.", kept.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secrets, kept.ToString().Contains);

        Assert.DoesNotContain(server.Output, line => secrets.Any(line.Contains));
    }

    // What is in the clear, and what is compressed wherever a compressed block may begin.
    private static string Everything(byte[] bytes)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(bytes));
        for (var at = bytes.AsSpan().IndexOf((byte)0x78); at >= 0; at = Next(bytes, at))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Inflated(bytes, at)}\n");
        }

        return text.ToString();
    }

    private static int Next(byte[] bytes, int at)
    {
        var next = bytes.AsSpan(at + 1).IndexOf((byte)0x78);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static string Inflated(byte[] bytes, int at)
    {
        using var inflate = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        try
        {
            inflate.CopyTo(whole);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // Not a block, or one that goes on elsewhere: what could be read of it counts.
        }

        return Encoding.UTF8.GetString(whole.ToArray());
    }
}
