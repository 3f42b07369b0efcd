using System.Text;

namespace Claviger.Aws.Tests;

/// <summary>The framing of bodies in chunks, over the examples that AWS publishes.</summary>
public sealed class ChunkedBodyTests
{
    private const string Seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    private const string First = "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";
    private const string Second = "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497";
    private const string Last = "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9";

    private static string Published => $"10000;chunk-signature={First}\r\n{A(65536)}\r\n400;chunk-signature={Second}\r\n{A(1024)}\r\n0;chunk-signature={Last}\r\n\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(70_000)]
    public async Task The_published_example_of_signed_chunks_verifies(int piece) =>
        Assert.Equal(A(66_560), await ReadAsync(Published, Chain(Seed), hasTrailer: false, piece));

    [Fact]
    public async Task The_published_example_with_a_trailer_verifies()
    {
        const string Body = "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
        string body = $"10000;chunk-signature=b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2\r\n{A(65536)}\r\n"
            + $"400;chunk-signature=1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7\r\n{A(1024)}\r\n"
            + $"0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n{Body}";
        ChunkSignatures chain = Chain("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");

        Assert.Equal(A(66_560), await ReadAsync(body, chain, hasTrailer: true));
        Assert.Equal("SignatureDoesNotMatch", await RefusalAsync(body.Replace("sOO8", "sOO9", StringComparison.Ordinal), Again(), hasTrailer: true));
        Assert.Equal("SignatureDoesNotMatch", await RefusalAsync(body[..body.IndexOf("x-amz-trailer", StringComparison.Ordinal)] + "\r\n", Again(), hasTrailer: true));

        static ChunkSignatures Again() => Chain("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
    }

    [Fact]
    public async Task A_body_whose_chunks_arent_signed_ends_with_its_trailer()
    {
        using var source = new MemoryStream("5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n"u8.ToArray());
        using var stream = new ChunkedBodyStream(source, signatures: null, hasTrailer: true);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, TestContext.Current.CancellationToken);

        Assert.Equal("hello world", Encoding.ASCII.GetString(content.ToArray()));
        Assert.Equal("DUoRhQ==", stream.Trailer("x-amz-checksum-crc32"));
    }

    [Fact]
    public async Task A_chain_is_broken_by_any_change()
    {
        string[] forged =
        [
            Published.Replace(First, Second, StringComparison.Ordinal), // another signature
            Published.Replace("aaaa\r\n0;", "aaab\r\n0;", StringComparison.Ordinal), // another byte
            $"400;chunk-signature={Second}\r\n{A(1024)}\r\n10000;chunk-signature={First}\r\n{A(65536)}\r\n0;chunk-signature={Last}\r\n\r\n", // another order
            $"10000;chunk-signature={First}\r\n{A(65536)}\r\n0;chunk-signature={Last}\r\n\r\n", // a chunk left out
            $"10000;chunk-signature={First}\r\n{A(65536)}\r\n10000;chunk-signature={First}\r\n{A(65536)}\r\n0;chunk-signature={Last}\r\n\r\n", // a chunk again
            Published.Replace($";chunk-signature={First}", "", StringComparison.Ordinal), // a chunk without signature
            "0\r\n\r\n",
        ];
        foreach (string body in forged)
        {
            Assert.Equal("SignatureDoesNotMatch", await RefusalAsync(body, Chain(Seed), hasTrailer: false));
        }

        Assert.Equal("SignatureDoesNotMatch", await RefusalAsync(Published, Chain(First), hasTrailer: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5\r\nhel")]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("5\r\nhello world\r\n0\r\n\r\n")]
    [InlineData("g\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("10000000000000000\r\n")]
    [InlineData("5;x=y\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")]
    public async Task Framing_that_doesnt_add_up_is_refused(string body) =>
        Assert.Equal("IncompleteBody", await RefusalAsync(body, null, hasTrailer: false));

    [Theory]
    [InlineData("0\r\nno colon\r\n\r\n")]
    [InlineData("0\r\na:1\r\na:2\r\n\r\n")]
    public async Task Headers_behind_that_cant_be_read_are_refused(string body) =>
        Assert.Equal("MalformedTrailerError", await RefusalAsync(body, null, hasTrailer: true));

    [Fact]
    public async Task Headers_behind_that_werent_announced_are_refused() =>
        Assert.Equal("MalformedTrailerError", await RefusalAsync("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", null, hasTrailer: false));

    [Fact]
    public async Task A_line_without_an_end_is_not_gathered() =>
        Assert.Equal("IncompleteBody", await RefusalAsync(new string('0', 100_000), null, hasTrailer: false));

    private static string A(int count) => new('a', count);

    private static ChunkSignatures Chain(string seed)
    {
        var authorization = new SigV4Authorization { Day = "20130524", Region = "us-east-1", Service = "s3", Date = "20130524T000000Z", Signature = seed };
        SigningKey key = new SigningSecret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY").KeyFor(in authorization, out _);
        return new ChunkSignatures(key, in authorization);
    }

    private static async Task<string> ReadAsync(string body, ChunkSignatures? signatures, bool hasTrailer, int piece = 1000)
    {
        using var source = new MemoryStream(Encoding.ASCII.GetBytes(body));
        using var stream = new ChunkedBodyStream(source, signatures, hasTrailer);
        using var content = new MemoryStream();
        byte[] buffer = new byte[piece];
        while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            content.Write(buffer, 0, read);
        }

        return Encoding.ASCII.GetString(content.ToArray());
    }

    private static async Task<string> RefusalAsync(string body, ChunkSignatures? signatures, bool hasTrailer) =>
        (await Assert.ThrowsAsync<AwsError>(() => ReadAsync(body, signatures, hasTrailer))).Code;
}
