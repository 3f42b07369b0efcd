using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.CloudTrail;

/// <summary>AWS CloudTrail: the event history of an account.</summary>
public sealed class CloudTrailService(IServiceProvider provider) : AwsService(CloudTrailModel.Service, provider);
