namespace Claviger.Ec2;

/// <summary>The end of calls that only ask whether they would succeed.</summary>
internal static class DryRuns
{
    /// <summary>Ends the call where it was a dry run. Called once it is sure to succeed: what a transaction has changed by then is undone.</summary>
    /// <exception cref="Aws.AwsError">DryRunOperation.</exception>
    public static void End(bool? isDryRun)
    {
        if (isDryRun == true)
        {
            throw Ec2Error.DryRun();
        }
    }
}
