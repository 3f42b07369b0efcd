using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.AccessAnalyzer;

/// <summary>AWS IAM Access Analyzer: what there is to say about policies.</summary>
public sealed class AccessAnalyzerService(IServiceProvider provider) : AwsService(AccessAnalyzerModel.Service, provider);
