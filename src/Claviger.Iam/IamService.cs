using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Iam;

/// <summary>AWS Identity and Access Management.</summary>
public sealed class IamService(IServiceProvider provider) : AwsService(IamModel.Service, provider);
