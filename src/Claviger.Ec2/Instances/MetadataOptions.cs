namespace Claviger.Ec2;

/// <summary>How the metadata service answers an instance.</summary>
/// <param name="TokensRequired">Whether only IMDSv2 is answered (<c>HttpTokens=required</c>).</param>
/// <param name="EndpointEnabled">Whether anything is answered (<c>HttpEndpoint=enabled</c>).</param>
/// <param name="HopLimit">How many network hops the answer to a token request may take, 1 to 64.</param>
/// <param name="TagsEnabled">Whether the instance's tags are shown (<c>InstanceMetadataTags=enabled</c>).</param>
public sealed record MetadataOptions(bool TokensRequired, bool EndpointEnabled, int HopLimit, bool TagsEnabled);
