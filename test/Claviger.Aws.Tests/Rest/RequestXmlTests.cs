using System.Text;
using Claviger.Aws.Shapes.S3;

namespace Claviger.Aws.Tests;

public sealed class RequestXmlTests
{
    [Theory]
    [InlineData("<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>")]
    [InlineData("<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Tagging xmlns:s=\"urn:x\">\n <s:TagSet>\n <s:Tag><s:Key>a</s:Key><!-- c --><s:Value><![CDATA[1]]></s:Value></s:Tag></s:TagSet>\n</s:Tagging>\n")]
    public void A_document_is_read_whatever_its_namespace(string document)
    {
        PutBucketTaggingRequest request = Read(document);
        Assert.Equal(("a", "1"), (request.Tagging.TagSet[0].Key, request.Tagging.TagSet[0].Value));
    }

    [Theory]
    [InlineData("no xml")]
    [InlineData("<Tagging>")]
    [InlineData("<Tagging/><Tagging/>")]
    [InlineData("<Other><TagSet/></Other>")]
    [InlineData("<Tagging/>")]
    [InlineData("<Tagging><TagSet><Tag><Value>1</Value></Tag></TagSet></Tagging>")]
    [InlineData("<Tagging><TagSet/><TagSet/></Tagging>")]
    [InlineData("<Tagging><TagSet><Tag><Key>a</Key><Key>b</Key><Value>1</Value></Tag></TagSet></Tagging>")]
    [InlineData("<Tagging><TagSet><Tag><Key><b/></Key><Value>1</Value></Tag></TagSet></Tagging>")]
    [InlineData("<Tagging><TagSet><Tag><Key>&undeclared;</Key><Value>1</Value></Tag></TagSet></Tagging>")]
    public void What_isnt_the_document_asked_for_is_refused(string document) => Refuses(document);

    [Fact]
    public void No_document_multiplies_or_reaches_out()
    {
        Refuses("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;\">]><Tagging><TagSet><Tag><Key>&c;</Key><Value/></Tag></TagSet></Tagging>");
        Refuses("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Tagging><TagSet><Tag><Key>&x;</Key><Value/></Tag></TagSet></Tagging>");
        Refuses("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><Tagging/>");
        Refuses(string.Concat(Enumerable.Repeat("<a>", 10_000)));
        Refuses($"<Tagging>{string.Concat(Enumerable.Repeat("<a/>", 200_000))}</Tagging>");
    }

    [Theory]
    [InlineData("GET", RestLevel.Service, "", "ListBuckets")]
    [InlineData("GET", RestLevel.Bucket, "", "ListObjects")]
    [InlineData("GET", RestLevel.Bucket, "list-type=2&prefix=a", "ListObjectsV2")]
    [InlineData("GET", RestLevel.Bucket, "location", "GetBucketLocation")]
    [InlineData("GET", RestLevel.Bucket, "analytics", "ListBucketAnalyticsConfigurations")]
    [InlineData("GET", RestLevel.Bucket, "analytics&id=x", "GetBucketAnalyticsConfiguration")]
    [InlineData("GET", RestLevel.Object, "x-id=GetObject", "GetObject")]
    [InlineData("GET", RestLevel.Object, "uploadId=u", "ListParts")]
    [InlineData("PUT", RestLevel.Object, "partNumber=1&uploadId=u", "UploadPart")]
    [InlineData("PUT", RestLevel.Object, "tagging=", "PutObjectTagging")]
    [InlineData("POST", RestLevel.Object, "uploads", "CreateMultipartUpload")]
    [InlineData("POST", RestLevel.Object, "uploadId=u", "CompleteMultipartUpload")]
    [InlineData("POST", RestLevel.Bucket, "delete", "DeleteObjects")]
    [InlineData("DELETE", RestLevel.Object, "uploadId=u", "AbortMultipartUpload")]
    [InlineData("HEAD", RestLevel.Bucket, "", "HeadBucket")]
    public void Query_and_path_tell_operations_apart(string method, RestLevel level, string query, string operation) =>
        Assert.Equal(operation, S3Routes.Router.Find(method, level, Query(query), new HeaderList()).Name);

    [Fact]
    public void A_source_makes_a_put_a_copy()
    {
        HeaderList headers = new HeaderList().Add("x-amz-copy-source", "/b/k");
        Assert.Equal("CopyObject", S3Routes.Router.Find("PUT", RestLevel.Object, Query(""), headers).Name);
        Assert.Equal("UploadPartCopy", S3Routes.Router.Find("PUT", RestLevel.Object, Query("partNumber=1&uploadId=u"), headers).Name);
    }

    [Theory]
    [InlineData("POST", RestLevel.Bucket, "cors", "MethodNotAllowed")]
    [InlineData("PUT", RestLevel.Object, "uploads", "MethodNotAllowed")]
    [InlineData("PUT", RestLevel.Service, "", "MethodNotAllowed")]
    [InlineData("GET", RestLevel.Object, "cors", "MethodNotAllowed")]
    [InlineData("PATCH", RestLevel.Object, "", "MethodNotAllowed")]
    [InlineData("GET", RestLevel.Bucket, "acl&policy", "InvalidArgument")]
    public void What_no_operation_does_is_refused(string method, RestLevel level, string query, string code) =>
        Assert.Equal(code, Assert.Throws<AwsError>(() => S3Routes.Router.Find(method, level, Query(query), new HeaderList())).Code);

    private static QueryParameters Query(string query) => QueryParameters.Parse(Encoding.ASCII.GetBytes(query), default);

    private static void Refuses(string document) => Assert.Equal("MalformedXML", Assert.Throws<AwsError>(() => Read(document)).Code);

    private static PutBucketTaggingRequest Read(string document) => PutBucketTaggingRequest.Operation.Bind(new RequestContent
    {
        Rest = new RestRequest { Bucket = "b", Parameters = Query(""), Headers = new HeaderList(), Body = Encoding.UTF8.GetBytes(document) },
    });
}
