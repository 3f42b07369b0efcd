using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws.Tests;

public sealed class ContentStreamTests
{
    private static readonly byte[] s_hello = "hello world"u8.ToArray();

    [Fact]
    public async Task All_that_is_said_rightly_is_accepted()
    {
        using ContentStream content = await ReadAsync(new ContentChecks
        {
            Length = 11,
            Least = 11,
            Most = 11,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(s_hello)),
            Md5 = "XrY7u+Ae7tCTyyK7j1rNww==",
            Algorithm = ChecksumAlgorithm.Crc32,
            Checksum = "DUoRhQ==",
        });

        Assert.Equal("XrY7u+Ae7tCTyyK7j1rNww==", Convert.ToBase64String(content.Md5.Span));
        Assert.Equal("DUoRhQ==", Convert.ToBase64String(content.Checksum(ChecksumAlgorithm.Crc32).Span));
        Assert.Equal(11, content.BytesRead);
    }

    [Fact]
    public async Task What_is_said_wrongly_is_refused_in_place_of_the_end()
    {
        await RefusesAsync(new() { Length = 10 }, "IncompleteBody");
        await RefusesAsync(new() { Length = 12 }, "IncompleteBody");
        await RefusesAsync(new() { Least = 12 }, "EntityTooSmall");
        await RefusesAsync(new() { Most = 10 }, "EntityTooLarge");
        await RefusesAsync(new() { Sha256 = new string('0', 64) }, "XAmzContentSHA256Mismatch");
        await RefusesAsync(new() { Md5 = "AAAAAAAAAAAAAAAAAAAAAA==" }, "BadDigest");
        await RefusesAsync(new() { Algorithm = ChecksumAlgorithm.Crc32, Checksum = "AAAAAA==" }, "BadDigest");
        await RefusesAsync(new() { Algorithm = ChecksumAlgorithm.Crc32, Trailer = _ => "AAAAAA==" }, "BadDigest");
        await RefusesAsync(new() { Algorithm = ChecksumAlgorithm.Crc32, Trailer = _ => "DUoRhQ=" }, "InvalidRequest");
        await RefusesAsync(new() { Algorithm = ChecksumAlgorithm.Crc32, Trailer = _ => null }, "MalformedTrailerError");
    }

    [Fact]
    public void What_has_no_form_is_refused_before_anything_is_read()
    {
        Refuses(new() { Md5 = "short" }, "InvalidDigest");
        Refuses(new() { Algorithm = ChecksumAlgorithm.Sha256, Checksum = "DUoRhQ==" }, "InvalidRequest");
    }

    [Theory]
    [InlineData("aws-chunked", null)]
    [InlineData("aws-chunked,gzip", "gzip")]
    [InlineData("gzip, aws-chunked", "gzip")]
    [InlineData("gzip", "gzip")]
    [InlineData(null, null)]
    public void The_framing_is_no_encoding_of_the_content(string? sent, string? kept) => Assert.Equal(kept, IncomingContent.WithoutFraming(sent));

    private static async Task RefusesAsync(ContentChecks checks, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<AwsError>(() => ReadAsync(checks))).Code);

    private static void Refuses(ContentChecks checks, string code) =>
        Assert.Equal(code, Assert.Throws<AwsError>(() => new ContentStream(Stream.Null, checks)).Code);

    private static async Task<ContentStream> ReadAsync(ContentChecks checks)
    {
        var content = new ContentStream(new MemoryStream(s_hello), checks);
        using var reader = new StreamReader(content, Encoding.ASCII, leaveOpen: true);
        Assert.Equal("hello world", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        return content;
    }
}
