using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.S3;

/// <summary>Amazon Simple Storage Service.</summary>
public sealed class S3Service(IServiceProvider provider) : AwsService(S3Model.Service, provider);
