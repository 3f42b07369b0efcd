namespace Claviger.Aws;

/// <summary>What S3 answers to a header, parameter or document that isn't as its model wants it.</summary>
internal static class S3Violations
{
    /// <param name="member">The header or parameter, by its name on the wire, or an element.</param>
    /// <param name="value">Its value; null if it is missing.</param>
    /// <param name="isInDocument">Whether it is within a document.</param>
    public static AwsError Error(string member, string? value, bool isInDocument)
    {
        if (isInDocument)
        {
            // AWS: a region that there isn't is an error of its own; all else in documents is the document's.
            return member == "LocationConstraint" && value is not null ? S3Error.InvalidLocationConstraint(value) : S3Error.MalformedXml();
        }

        if (value is null)
        {
            return Missing(member);
        }

        return member switch
        {
            "x-amz-storage-class" => S3Error.InvalidStorageClass(),
            "x-amz-server-side-encryption" => S3Error.InvalidArgument("The encryption method specified is not supported", member, value),
            "x-amz-metadata-directive" => S3Error.InvalidArgument("Unknown metadata directive.", member, value),
            "x-amz-tagging-directive" => S3Error.InvalidArgument("Unknown tagging directive.", member, value),
            "x-amz-object-ownership" => S3Error.InvalidArgument("Invalid x-amz-object-ownership header: " + value, member, value),
            "x-amz-copy-source" => S3Error.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", member, value),
            "encoding-type" => S3Error.InvalidArgument("Invalid Encoding Method specified in Request", member, value),
            "x-amz-object-attributes" => S3Error.InvalidArgument("Invalid attribute name specified.", member, value),
            "x-amz-sdk-checksum-algorithm" or "x-amz-checksum-algorithm" => S3Error.UnknownChecksumAlgorithm(),
            "key" when value.Length > 1024 => S3Error.KeyTooLong(value),
            _ => S3Error.InvalidArgument($"Invalid value for {member}.", member, value),
        };
    }

    private static AwsError Missing(string member) => member switch
    {
        "bucketName" => S3Error.InvalidBucketName(""),
        _ when char.IsAsciiLetterUpper(member[0]) => S3Error.MissingBody(),
        _ when member.StartsWith("x-amz-", StringComparison.Ordinal) => new("InvalidRequest", 400, $"Missing required header for this request: {member}"),
        _ => S3Error.InvalidArgument($"Missing required parameter for this request: {member}", member, ""),
    };
}
