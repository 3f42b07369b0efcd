namespace Claviger.Aws.Tests;

public sealed class BotocoreSignatureTests(BotocoreSigner botocore) : IClassFixture<BotocoreSigner>
{
    [Fact]
    public void Every_request_that_botocore_signed_is_accepted() =>
        Assert.All(botocore.Requests, signed => Assert.Null(Signatures.Check(signed.Request(), signed.Rules, signed.At)));

    [Fact]
    public void No_request_is_accepted_with_another_secret() => Assert.All(
        botocore.Requests, signed => Assert.NotNull(Signatures.Check(signed.Request(), signed.Rules, signed.At, Signatures.Secret + "x")));

    [Fact]
    public void No_request_is_accepted_with_another_method() => RefusesAll(signed => signed with { Method = signed.Method + "X" });

    [Fact]
    public void No_request_is_accepted_with_a_longer_path() => RefusesAll(static signed =>
    {
        int question = signed.Target.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? signed.Target : signed.Target[..question];
        return signed with { Target = $"{path}x{signed.Target[path.Length..]}" };
    });

    [Fact]
    public void No_request_is_accepted_with_another_parameter() => RefusesAll(static signed =>
        signed with { Target = signed.Target + (signed.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "Added" });

    [Fact]
    public void No_request_is_accepted_with_another_host() => RefusesAll(static signed =>
        signed with { Headers = [.. signed.Headers.Select(static header => header[0] == "Host" ? [header[0], header[1] + "0"] : header)] });

    [Fact]
    public void No_request_is_accepted_with_a_header_changed() => RefusesAll(static signed =>
        signed with { Headers = [.. signed.Headers.Select(static header => header[0] == "Host" ? [header[0], "x" + header[1]] : header)] });

    [Fact]
    public void No_request_is_accepted_with_its_body_changed() => RefusesAll(static signed => signed.Service == "s3"
        ? null
        : signed with { Body = Convert.ToBase64String([.. Convert.FromBase64String(signed.Body), .. "x"u8]) });

    [Fact]
    public void No_request_is_accepted_with_any_header_that_was_signed_left_out() => Assert.All(botocore.Requests, static signed =>
    {
        for (int i = 0; i < signed.Headers.Length; i++)
        {
            string name = signed.Headers[i][0];
            if (IsSigned(signed, name))
            {
                BotocoreSigner.Signed without = signed with { Headers = [.. signed.Headers.Where((_, index) => index != i)] };
                Assert.NotNull(Signatures.Check(without.Request(), signed.Rules, signed.At));
            }
        }
    });

    [Fact]
    public void No_request_is_accepted_a_second_after_its_window() => Assert.All(botocore.Requests, static signed =>
    {
        Assert.Null(Signatures.Check(signed.Request(), signed.Rules, signed.At.AddMinutes(15)));
        Assert.NotNull(Signatures.Check(signed.Request(), signed.Rules, signed.At.AddMinutes(15).AddSeconds(1)));
        Assert.Null(Signatures.Check(signed.Request(), signed.Rules, signed.At.AddMinutes(-15)));
        Assert.NotNull(Signatures.Check(signed.Request(), signed.Rules, signed.At.AddMinutes(-15).AddSeconds(-1)));
    });

    private static bool IsSigned(BotocoreSigner.Signed signed, string name)
    {
        string list = signed.IsPresigned
            ? Uri.UnescapeDataString(signed.Target)
            : signed.Headers.Single(static header => header[0] == "Authorization")[1];
        int start = list.IndexOf("SignedHeaders=", StringComparison.Ordinal) + "SignedHeaders=".Length;
        string names = list[start..];
        return names[..names.AsSpan().IndexOfAny(",&")].Split(';').Contains(name.ToLowerInvariant());
    }

    private void RefusesAll(Func<BotocoreSigner.Signed, BotocoreSigner.Signed?> change) => Assert.All(botocore.Requests, signed =>
    {
        if (change(signed) is { } changed)
        {
            Assert.NotNull(Signatures.Check(changed.Request(), signed.Rules, signed.At));
        }
    });
}
