using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Sts;

/// <summary>AWS Security Token Service.</summary>
public sealed class StsService(IServiceProvider provider) : AwsService(StsModel.Service, provider);
