using System.Globalization;
using Claviger.Catalogue;

namespace Claviger.Iam;

/// <summary>A service that roles can be linked to: what its role is named, and which policy of AWS's it has.</summary>
/// <remarks>Source: the pages on service-linked roles of the services' own guides; the policies are those of the catalogue.</remarks>
internal sealed class LinkedService
{
    private const string Domain = ".amazonaws.com";
    private const string RolePrefix = "AWSServiceRoleFor";

    private static readonly Dictionary<string, LinkedService> Known = new(StringComparer.Ordinal)
    {
        ["access-analyzer"] = new("AccessAnalyzer", "AccessAnalyzerServiceRolePolicy"),
        ["appmesh"] = new("AppMesh", "AWSAppMeshServiceRolePolicy"),
        ["autoscaling"] = new("AutoScaling", "AutoScalingServiceRolePolicy", takesSuffix: true),
        ["autoscaling-plans"] = new("AutoScalingPlans_EC2AutoScaling", "AWSAutoScalingPlansEC2AutoScalingPolicy"),
        ["backup"] = new("Backup", "AWSBackupServiceLinkedRolePolicyForBackup"),
        ["batch"] = new("Batch", "BatchServiceRolePolicy"),
        ["cks.kms"] = new("KeyManagementServiceCustomKeyStores", "AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy"),
        ["cloudhsm"] = new("CloudHSM", "CloudHSMServiceRolePolicy"),
        ["cloudtrail"] = new("CloudTrail", "CloudTrailServiceRolePolicy"),
        ["compute-optimizer"] = new("ComputeOptimizer", "ComputeOptimizerServiceRolePolicy"),
        ["config"] = new("Config", "AWSConfigServiceRolePolicy"),
        ["connect"] = new("AmazonConnect", "AmazonConnectServiceLinkedRolePolicy", takesSuffix: true),
        ["dax"] = new("DAX", "DAXServiceRolePolicy"),
        ["detective"] = new("Detective", "AmazonDetectiveServiceLinkedRolePolicy"),
        ["dynamodb.application-autoscaling"] = new("ApplicationAutoScaling_DynamoDBTable", "AWSApplicationAutoscalingDynamoDBTablePolicy"),
        ["ec2-instance-connect"] = new("EC2InstanceConnect", "Ec2InstanceConnectEndpoint"),
        ["ec2.application-autoscaling"] = new("ApplicationAutoScaling_EC2SpotFleetRequest", "AWSApplicationAutoscalingEC2SpotFleetRequestPolicy"),
        ["ec2fleet"] = new("EC2Fleet", "AWSEC2FleetServiceRolePolicy"),
        ["ec2scheduled"] = new("EC2ScheduledInstances", "AWSServiceRoleForEC2ScheduledInstances"),
        ["ecs"] = new("ECS", "AmazonECSServiceRolePolicy"),
        ["ecs.application-autoscaling"] = new("ApplicationAutoScaling_ECSService", "AWSApplicationAutoscalingECSServicePolicy"),
        ["eks"] = new("AmazonEKS", "AmazonEKSServiceRolePolicy"),
        ["eks-fargate"] = new("AmazonEKSForFargate", "AmazonEKSForFargateServiceRolePolicy"),
        ["eks-nodegroup"] = new("AmazonEKSNodegroup", "AWSServiceRoleForAmazonEKSNodegroup"),
        ["elasticache"] = new("ElastiCache", "ElastiCacheServiceRolePolicy"),
        ["elasticache.application-autoscaling"] = new("ApplicationAutoScaling_ElastiCacheRG", "AWSApplicationAutoscalingElastiCacheRGPolicy"),
        ["elasticbeanstalk"] = new("ElasticBeanstalk", "AWSElasticBeanstalkServiceRolePolicy"),
        ["elasticfilesystem"] = new("AmazonElasticFileSystem", "AmazonElasticFileSystemServiceRolePolicy"),
        ["elasticloadbalancing"] = new("ElasticLoadBalancing", "AWSElasticLoadBalancingServiceRolePolicy"),
        ["elasticmapreduce"] = new("EMRCleanup", "AmazonEMRCleanupPolicy"),
        ["es"] = new("AmazonElasticsearchService", "AmazonElasticsearchServiceRolePolicy"),
        ["events"] = new("CloudWatchEvents", "CloudWatchEventsServiceRolePolicy"),
        ["fsx"] = new("AmazonFSx", "AmazonFSxServiceRolePolicy"),
        ["globalaccelerator"] = new("GlobalAccelerator", "AWSGlobalAcceleratorSLRPolicy"),
        ["guardduty"] = new("AmazonGuardDuty", "AmazonGuardDutyServiceRolePolicy"),
        ["imagebuilder"] = new("ImageBuilder", "AWSServiceRoleForImageBuilder"),
        ["inspector"] = new("AmazonInspector", "AmazonInspectorServiceRolePolicy"),
        ["inspector2"] = new("AmazonInspector2", "AmazonInspector2ServiceRolePolicy"),
        ["kafka"] = new("Kafka", "KafkaServiceRolePolicy"),
        ["kafkaconnect"] = new("KafkaConnect", "KafkaConnectServiceRolePolicy"),
        ["lakeformation"] = new("LakeFormationDataAccess", "LakeFormationDataAccessServiceRolePolicy"),
        ["lambda.application-autoscaling"] = new("ApplicationAutoScaling_LambdaConcurrency", "AWSApplicationAutoscalingLambdaConcurrencyPolicy"),
        ["lex"] = new("LexBots", "LexBotPolicy"),
        ["lexv2"] = new("LexV2Bots", "AmazonLexV2BotPolicy", takesSuffix: true),
        ["logger.cloudfront"] = new("CloudFrontLogger", "AWSCloudFrontLogger"),
        ["macie"] = new("AmazonMacie", "AmazonMacieServiceRolePolicy"),
        ["memorydb"] = new("MemoryDB", "MemoryDBServiceRolePolicy"),
        ["mq"] = new("AmazonMQ", "AmazonMQServiceRolePolicy"),
        ["mrk.kms"] = new("KeyManagementServiceMultiRegionKeys", "AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy"),
        ["network-firewall"] = new("NetworkFirewall", "AWSNetworkFirewallServiceRolePolicy"),
        ["networkmanager"] = new("NetworkManager", "AWSNetworkManagerServiceRolePolicy"),
        ["observability.aoss"] = new("AmazonOpenSearchServerless", "AmazonOpenSearchServerlessServiceRolePolicy"),
        ["opensearchservice"] = new("AmazonOpenSearchService", "AmazonOpenSearchServiceRolePolicy"),
        ["ops.apigateway"] = new("APIGateway", "APIGatewayServiceRolePolicy"),
        ["organizations"] = new("Organizations", "AWSOrganizationsServiceTrustPolicy"),
        ["osis"] = new("AmazonOpenSearchIngestionService", "AmazonOpenSearchIngestionServiceRolePolicy"),
        ["ram"] = new("ResourceAccessManager", "AWSResourceAccessManagerServiceRolePolicy"),
        ["rds"] = new("RDS", "AmazonRDSServiceRolePolicy"),
        ["rds.application-autoscaling"] = new("ApplicationAutoScaling_RDSCluster", "AWSApplicationAutoscalingRDSClusterPolicy"),
        ["redshift"] = new("Redshift", "AmazonRedshiftServiceLinkedRolePolicy"),
        ["replication.dynamodb"] = new("DynamoDBReplication", "DynamoDBReplicationServiceRolePolicy"),
        ["replication.ecr"] = new("ECRReplication", "ECRReplicationServiceRolePolicy"),
        ["replicator.lambda"] = new("LambdaReplicator", "AWSLambdaReplicator"),
        ["route53resolver"] = new("Route53Resolver", "Route53ResolverServiceRolePolicy"),
        ["sagemaker.application-autoscaling"] = new("ApplicationAutoScaling_SageMakerEndpoint", "AWSApplicationAutoscalingSageMakerEndpointPolicy"),
        ["securityhub"] = new("SecurityHub", "AWSSecurityHubServiceRolePolicy"),
        ["servicequotas"] = new("ServiceQuotas", "ServiceQuotasServiceRolePolicy"),
        ["shield"] = new("AWSShield", "AWSShieldServiceRolePolicy"),
        ["spot"] = new("EC2Spot", "AWSEC2SpotServiceRolePolicy"),
        ["spotfleet"] = new("EC2SpotFleet", "AWSEC2SpotFleetServiceRolePolicy"),
        ["ssm"] = new("AmazonSSM", "AmazonSSMServiceRolePolicy"),
        ["sso"] = new("SSO", "AWSSSOServiceRolePolicy"),
        ["storage-lens.s3"] = new("S3StorageLens", "S3StorageLensServiceRolePolicy"),
        ["support"] = new("Support", "AWSSupportServiceRolePolicy"),
        ["transitgateway"] = new("VPCTransitGateway", "AWSVPCTransitGatewayServiceRolePolicy"),
        ["trustedadvisor"] = new("TrustedAdvisor", "AWSTrustedAdvisorServiceRolePolicy"),
        ["wafv2"] = new("WAFV2Logging", "WAFV2LoggingServiceRolePolicy"),
    };

    private readonly string _roleName;

    private LinkedService(string roleName, string? policyName, bool takesSuffix = false)
    {
        _roleName = RolePrefix + roleName;
        PolicyName = policyName;
        TakesSuffix = takesSuffix;
    }

    /// <summary>Name of the policy under <c>/aws-service-role/</c> that its role has; null where it is not known.</summary>
    public string? PolicyName { get; }

    /// <summary>Whether an account may have several roles linked to it, told apart by a suffix.</summary>
    public bool TakesSuffix { get; }

    /// <summary>The service of a principal's name, such as <c>ecs.amazonaws.com</c>; null where there is none.</summary>
    public static LinkedService? Find(string principal)
    {
        if (!principal.EndsWith(Domain, StringComparison.Ordinal))
        {
            return null;
        }

        var name = principal[..^Domain.Length];
        return Known.GetValueOrDefault(name) ?? Guess(name);
    }

    /// <summary>The name of its role.</summary>
    public string RoleName(string? suffix) => suffix is null ? _roleName : $"{_roleName}_{suffix}";

    // One that the table lacks is taken for what the reference of services knows it by; which policy its role would have is not known.
    private static LinkedService? Guess(string name)
    {
        var labels = name.Split('.');
        return Array.Exists(labels, static label => ServiceReference.TryFind(label, out _))
            ? new LinkedService(string.Concat(labels.SelectMany(static label => label.Split('-')).Select(Capitalized)), null)
            : null;
    }

    private static string Capitalized(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
