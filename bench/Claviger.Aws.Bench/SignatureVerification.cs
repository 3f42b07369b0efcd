using BenchmarkDotNet.Attributes;

namespace Claviger.Aws.Bench;

/// <summary>What the signature of a request costs, once its key is known: reading it, and verifying it.</summary>
[MemoryDiagnoser]
[MinColumn]
public class SignatureVerification
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly SigningRules s_iam = new("iam", SignatureErrors.Query);
    private static readonly byte[] s_body =
        "Action=AttachUserPolicy&Version=2010-05-08&UserName=alice&PolicyArn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess"u8.ToArray();

    private readonly SigningSecret _secret = new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private SignedRequest _request;
    private SignedRequest _withToken;
    private SignedRequest _presigned;

    [GlobalSetup]
    public void Sign()
    {
        _request = Signed(token: null);
        _withToken = Signed(new string('A', 900));
        var headers = new HeaderTable(("Host", "localhost:4566"));
        var target = Signer(null).Presign("GET", "/?Action=GetUser&Version=2010-05-08", headers.List, default, s_now, TimeSpan.FromMinutes(1));
        _presigned = new SignedRequest("GET", target, headers.Freeze(), default);
    }

    /// <summary>A typical call of IAM: a form of 120 bytes, four signed headers.</summary>
    [Benchmark(Baseline = true)]
    public bool Header() => Verify(in _request);

    /// <summary>The same with a session token of 900 chars.</summary>
    [Benchmark]
    public bool HeaderWithToken() => Verify(in _withToken);

    /// <summary>A presigned call, its parameters in the query.</summary>
    [Benchmark]
    public bool Presigned() => Verify(in _presigned);

    private bool Verify(in SignedRequest request) =>
        SigV4Reader.Read(in request, s_iam, s_now, out var authorization) is null
        && SigV4Verifier.Verify(in request, in authorization, s_iam, _secret) is null
            ? true
            : throw new InvalidOperationException("The signature should be right.");

    private static SigV4Signer Signer(string? token) =>
        new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token, "us-east-1", s_iam);

    private static SignedRequest Signed(string? token)
    {
        var headers = new HeaderTable(
            ("Host", "localhost:4566"),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("User-Agent", "Boto3/1.28.0 md/Botocore#1.31.0 ua/2.0 os/linux#6.1 md/arch#x86_64 lang/python#3.11 md/pyimpl#CPython cfg/retry-mode#legacy"));
        Signer(token).Sign("POST", "/", headers.List, s_body, s_now);
        return new SignedRequest("POST", "/", headers.Freeze(), s_body);
    }
}
