using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.IamToolbox;

/// <summary>AWS's IAM Toolbox: why a call was denied.</summary>
public sealed class IamToolboxService(IServiceProvider provider) : AwsService(IamToolboxModel.Service, provider);
