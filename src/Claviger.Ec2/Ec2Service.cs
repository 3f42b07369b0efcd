using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Ec2;

/// <summary>Amazon Elastic Compute Cloud.</summary>
public sealed class Ec2Service(IServiceProvider provider) : AwsService(Ec2Model.Service, provider);
