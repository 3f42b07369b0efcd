namespace Claviger.EndToEnd;

/// <summary>The environment that AWS clients are started with: nothing of the machine's own AWS settings.</summary>
public static class AwsEnvironment
{
    /// <summary>Takes out all that could lead a client elsewhere, and switches off what it would look for by itself.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }

        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        environment["AWS_CONFIG_FILE"] = "/dev/null";
        environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        environment["AWS_DEFAULT_REGION"] = "us-east-1";
    }
}
