using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

// A program as anybody would write it for an instance: it holds no key, no region and no address. Says who it is, then does what its input says, a line each.
using var sts = new AmazonSecurityTokenServiceClient();
using var s3 = new AmazonS3Client();
Console.WriteLine((await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn);
while (Console.ReadLine() is { } line)
{
    try
    {
        if (line == "list")
        {
            var listed = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "lab-bucket" });
            Console.WriteLine(string.Join(' ', (listed.S3Objects ?? []).Select(static it => it.Key).Prepend("listed")));
        }
        else
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "lab-bucket", Key = line, ContentBody = "x" });
            Console.WriteLine("put");
        }
    }
    catch (AmazonS3Exception error)
    {
        Console.WriteLine(error.ErrorCode);
    }
}
