using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>The pages about buckets and objects, their forms posted by hand.</summary>
public sealed partial class BucketPageTests(BucketConsole server) : IClassFixture<BucketConsole>
{
    private const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::root-bucket/*"}}""";

    /// <summary>Forms that change something, with what a person would type into them.</summary>
    public static TheoryData<string, string, string[]> Forms => new()
    {
        { "/s3/create", "create-bucket", ["name=theirs", "region=us-east-1", "block=yes"] },
        { "/s3/bucket?name=root-bucket", "create-folder", ["new-folder=mine"] },
        { "/s3/bucket?name=root-bucket&tab=properties", "versioning", ["status=Enabled"] },
        { "/s3/bucket?name=root-bucket&tab=properties", "bucket-tags", ["tag-key=a", "tag-value=1"] },
        { "/s3/bucket?name=root-bucket&tab=properties", "add-rule", ["rule=r", "days=3"] },
        { "/s3/bucket?name=root-bucket&tab=permissions", "public-access", ["BlockPublicPolicy=yes"] },
        { "/s3/bucket?name=root-bucket&tab=permissions", "bucket-policy", ["do=save", $"document={Policy}"] },
        { "/s3/bucket?name=root-bucket&tab=permissions", "cors", ["do=save", """cors=[{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}]"""] },
        { "/s3/object?bucket=root-bucket&key=kept.txt", "object-tags", ["tag-key=a", "tag-value=1"] },
        { "/s3/delete-objects?bucket=root-bucket", "delete-objects", ["object=/kept.txt", "confirm=permanently delete"] },
        { "/s3/empty?bucket=root-bucket", "empty", ["confirm=permanently delete"] },
        { "/s3/delete?bucket=root-bucket", "delete", ["confirm=root-bucket"] },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_a_user_may_not_do_to_a_bucket_is_refused_when_the_form_is_posted_by_hand(string address, string form, string[] fields)
    {
        using var looker = await server.VisitAsync("looker");
        using var answer = await looker.PostAsync(address, form, Fields(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("is not authorized to perform: s3:", await ConsoleHttp.TextAsync(answer), StringComparison.Ordinal);
        Assert.Contains("kept.txt", await looker.TextAsync("/s3/bucket?name=root-bucket"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task What_the_forms_of_a_bucket_ask_for_is_done_for_who_may(string address, string form, string[] fields)
    {
        // The same on a bucket of this test's own.
        var bucket = $"own-{form}-{(form == "delete" ? "gone" : "kept")}";
        using var root = await server.VisitAsRootAsync();
        await root.PostAsync("/s3/create", "create-bucket", [("name", bucket), ("region", "us-east-1"), ("block", "yes")]);
        if (form != "delete")
        {
            using var kept = new StringContent("kept");
            await root.UploadAsync(bucket, "", [("kept.txt", kept)]);
        }

        using var answer = await root.PostAsync(
            address.Replace("root-bucket", bucket, StringComparison.Ordinal), form, Fields([.. fields.Select(field => field.Replace("root-bucket", bucket, StringComparison.Ordinal))]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Files_are_uploaded_into_a_folder_listed_and_downloaded_as_they_were()
    {
        using var root = await server.VisitAsRootAsync();
        byte[] bytes = [0, 1, 2, 253, 254, 255];
        using var plain = new StringContent("text");
        using var binary = new ByteArrayContent(bytes);
        using var answer = await root.UploadAsync(BucketConsole.Bucket, "deep/er/", [("a b.txt", plain), ("sub/ü.bin", binary)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("2 files are uploaded", await root.TextAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);

        Assert.Contains(">deep/</a>", await root.TextAsync("/s3/bucket?name=root-bucket"), StringComparison.Ordinal);
        var folder = await root.TextAsync("/s3/bucket?name=root-bucket&prefix=deep%2Fer%2F");
        Assert.Contains(">a b.txt</a>", folder, StringComparison.Ordinal);
        Assert.Contains(">sub/</a>", folder, StringComparison.Ordinal);
        Assert.DoesNotContain("sub/", await root.TextAsync("/s3/bucket?name=root-bucket&prefix=deep%2Fer%2F&q=a"), StringComparison.Ordinal);

        using var file = await root.GetAsync("/s3/download?bucket=root-bucket&key=deep%2Fer%2Fsub%2F%C3%BC.bin");
        Assert.Equal(bytes, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ü.bin", file.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task A_page_that_a_user_has_stored_is_a_file_to_download_and_never_one_of_this_origin()
    {
        using var root = await server.VisitAsRootAsync();
        using var page = new StringContent("<script>alert(document.cookie)</script>", System.Text.Encoding.UTF8, "text/html");
        await root.UploadAsync(BucketConsole.Bucket, "", [("evil.html", page)]);
        using var file = await root.GetAsync("/s3/download?bucket=root-bucket&key=evil.html");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        // Nor does its name get out of the list.
        using var other = new StringContent("x");
        await root.UploadAsync(BucketConsole.Bucket, "<img src=x onerror=alert(1)>/", [("x", other)]);
        Assert.DoesNotContain("<img src=x", await root.TextAsync("/s3/bucket?name=root-bucket"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_is_not_allowed_stores_nothing_and_says_why()
    {
        using var looker = await server.VisitAsync("looker");
        using var content = new StringContent("theirs");
        using var answer = await looker.UploadAsync(BucketConsole.Bucket, "", [("theirs.txt", content)]);
        var page = await looker.TextAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("is not authorized to perform: s3:PutObject", page, StringComparison.Ordinal);
        Assert.DoesNotContain("theirs.txt", await looker.TextAsync("/s3/bucket?name=root-bucket"), StringComparison.Ordinal);

        // What became of it is told to this session alone.
        using var root = await server.VisitAsRootAsync();
        Assert.DoesNotContain("Not uploaded", await root.TextAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_the_pages_token_or_without_a_session_is_refused()
    {
        using var root = await server.VisitAsRootAsync();
        using var looker = await server.VisitAsync("looker");
        var theirs = Token().Match(await looker.TextAsync("/s3/upload?bucket=root-bucket")).Groups[1].Value;
        foreach (var token in new[] { "x", theirs })
        {
            using var content = new StringContent("forged");
            using var answer = await root.UploadAsync(BucketConsole.Bucket, "", [("forged.txt", content)], token);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var stranger = server.Visit();
        using var more = new StringContent("forged");
        using var refused = await stranger.UploadAsync(BucketConsole.Bucket, "", [("forged.txt", more)], theirs);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("forged.txt", await root.TextAsync("/s3/bucket?name=root-bucket"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_takes_no_more_memory_than_its_buffers()
    {
        const long length = 256L * 1024 * 1024;
        const long most = 96L * 1024 * 1024;
        using var root = await server.VisitAsRootAsync();
        using var small = new StringContent("first");
        await root.UploadAsync(BucketConsole.Bucket, "big/", [("first", small)]);
        var before = Peak();
        using var large = new StreamContent(new Zeros(length));
        using var answer = await root.UploadAsync(BucketConsole.Bucket, "big/", [("large", large)]);
        Assert.Contains("256 MB", await root.TextAsync(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.InRange(Peak() - before, 0, most);
        await root.PostAsync("/s3/delete-objects?bucket=root-bucket", "delete-objects", [("folder", "/big%2F"), ("confirm", "permanently delete")]);
    }

    [Fact]
    public async Task Versions_are_listed_and_deleting_leaves_a_marker_that_can_be_deleted_too()
    {
        using var root = await server.VisitAsRootAsync();
        await root.PostAsync("/s3/create", "create-bucket", [("name", "versioned"), ("region", "eu-west-1"), ("block", "yes"), ("versioning", "Enabled")]);
        foreach (var text in new[] { "one", "two" })
        {
            using var content = new StringContent(text);
            await root.UploadAsync("versioned", "", [("o", content)]);
        }

        var page = await root.TextAsync("/s3/object?bucket=versioned&key=o&tab=versions");
        Assert.Equal(2, VersionLink().Count(page));
        await root.PostAsync("/s3/delete-objects?bucket=versioned", "delete-objects", [("object", "/o"), ("confirm", "delete")]);
        Assert.Contains("No objects", await root.TextAsync("/s3/bucket?name=versioned"), StringComparison.Ordinal);
        var versions = await root.TextAsync("/s3/bucket?name=versioned&versions=yes");
        Assert.Contains("Delete marker", versions, StringComparison.Ordinal);
        var marker = MarkerValue().Match(versions).Groups[1].Value;
        using var again = await root.PostAsync("/s3/delete-objects?bucket=versioned", "delete-objects", [("object", marker), ("confirm", "permanently delete")]);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("two", await root.TextAsync("/s3/download?bucket=versioned&key=o"));
    }

    [Fact]
    public async Task The_search_finds_buckets_and_services_for_who_may_list_them()
    {
        using var looker = await server.VisitAsync("looker");
        var found = await looker.TextAsync("/search?q=root-buck");
        Assert.Contains("<a href=\"/s3/bucket?name=root-bucket\">root-bucket</a>", found, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/s3\">S3</a>", await looker.TextAsync("/search?q=s3"), StringComparison.Ordinal);
        using var nobody = await server.VisitAsync("nobody");
        Assert.DoesNotContain("root-bucket", await nobody.TextAsync("/search?q=root-buck"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presigned_link_gives_the_object_to_whoever_has_it_as_long_as_its_maker_may_read_it()
    {
        using var client = new HttpClient();
        foreach (var (user, status) in new[] { ("looker", HttpStatusCode.OK), ("nobody", HttpStatusCode.Forbidden) })
        {
            using var visitor = await server.VisitAsync(user);
            var page = await ConsoleHttp.TextAsync(await visitor.PostAsync("/s3/object?bucket=root-bucket&key=kept.txt&tab=share", "presign", [("length", "60")]));
            var link = WebUtility.HtmlDecode(Presigned().Match(page).Groups[1].Value);
            Assert.Contains("X-Amz-Expires=60&", link, StringComparison.Ordinal);
            using var answer = await client.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_fails_is_told_by_an_id_and_by_nothing_of_what_is_inside()
    {
        using var root = await server.VisitAsRootAsync();
        const int length = (3 * 1024 * 1024) + 7; // longer than what is answered from memory
        using var content = new ByteArrayContent(new byte[length]);
        await root.UploadAsync(BucketConsole.Bucket, "", [("lost.txt", content)]);
        var file = Assert.Single(
            Directory.EnumerateFiles(Path.Combine(server.Server.Folder, "s3", "data"), "*", SearchOption.AllDirectories), file => new FileInfo(file).Length == length);
        File.Delete(file);

        using var answer = await root.GetAsync("/s3/download?bucket=root-bucket&key=lost.txt");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await ConsoleHttp.TextAsync(answer);
        Assert.Contains("Something went wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Server.Folder, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.Matches(FaultId(), page);

        using var denied = await server.VisitAsync("nobody");
        using var refusal = await denied.GetAsync("/s3/download?bucket=root-bucket&key=kept.txt");
        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Contains("is not authorized to perform: s3:GetObject", await ConsoleHttp.TextAsync(refusal), StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Fields(IEnumerable<string> fields) =>
        fields.Select(field => (field[..field.IndexOf('=', StringComparison.Ordinal)], field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    private long Peak() => File.ReadLines($"/proc/{server.Server.ProcessId}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<a href=\"/s3/object\\?bucket=versioned&amp;key=o&amp;version=")]
    private static partial Regex VersionLink();

    [GeneratedRegex("value=\"([^\"]+/o)\" aria-label=\"o\"")]
    private static partial Regex MarkerValue();

    [GeneratedRegex("<code>(http[^<]+X-Amz-Signature=[0-9a-f]+)</code>")]
    private static partial Regex Presigned();

    [GeneratedRegex("<code>([0-9a-f-]{36})</code>")]
    private static partial Regex FaultId();

    private sealed class Zeros(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            Array.Clear(buffer, offset, read);
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
