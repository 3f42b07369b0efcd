using System.CommandLine;
using Claviger.Aws;
using Claviger.Ec2;

namespace Claviger.Server;

/// <summary><c>claviger run</c>: one command in an instance that is launched for it, and terminated after it.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const string Details = """
        The command runs as on an EC2 instance of the role's instance profile: its AWS clients find the role's credentials by themselves. Its input,
        output and exit code are passed through. The caller is who AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN say, else the root user of
        the data folder, and must be allowed all that this takes: iam:ListInstanceProfilesForRole, ec2:RunInstances, iam:PassRole, ec2:DescribeInstances,
        ssm:StartSession and ec2:TerminateInstances.
        """;

    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "The role that the command runs with.", HelpName = "NAME", Required = true };
        var image = new Option<string>("--image") { Description = "The image's id; by default that of claviger image build.", HelpName = "AMI" };
        var type = new Option<string>("--instance-type") { Description = "The instance's type.", HelpName = "TYPE", DefaultValueFactory = _ => "t3.micro" };
        var rest = new Argument<string[]>("command") { Description = "What to run, after --.", Arity = ArgumentArity.OneOrMore };
        var command = new ExplainedCommand("run", "Runs a command in a throwaway instance with a role.", Details)
        {
            role, image, type, rest, CallerOptions.Endpoint(),
        };
        SettingFlags.Add(command, RunningServer.Settings);
        command.SetAction(async (parsed, stop) =>
        {
            var server = CallerOptions.Server(parsed);
            var key = CallerKey.Of(server);
            using var calls = new QueryClient(server, key);
            var profile = await ProfileOfAsync(calls, parsed.GetRequiredValue(role), stop);
            var id = await LaunchAsync(calls, profile, parsed.GetValue(image) ?? ImageFolder.IdOf(DebianImage.Name), parsed.GetRequiredValue(type), stop);
            try
            {
                await WaitAsync(calls, id, stop);
                return await new SessionClient(server, key).RunAsync(id, parsed.GetRequiredValue(rest), stop);
            }
            finally
            {
                await calls.CallAsync(Ec2Model.Service, "TerminateInstances", CancellationToken.None, ("InstanceId.1", id));
            }
        });
        return command;
    }

    private static async Task<string> ProfileOfAsync(QueryClient calls, string role, CancellationToken stop)
    {
        var found = await calls.CallAsync(IamModel.Service, "ListInstanceProfilesForRole", stop, ("RoleName", role));
        return found.Text("InstanceProfileName")
            ?? throw new CommandException($"The role {role} is in no instance profile: make one (iam create-instance-profile, add-role-to-instance-profile).");
    }

    private static async Task<string> LaunchAsync(QueryClient calls, string profile, string image, string type, CancellationToken stop)
    {
        var launched = await calls.CallAsync(
            Ec2Model.Service, "RunInstances", stop, ("ImageId", image), ("InstanceType", type), ("MinCount", "1"), ("MaxCount", "1"),
            ("IamInstanceProfile.Name", profile), ("InstanceInitiatedShutdownBehavior", "terminate"));
        return launched.Text("instanceId")!;
    }

    private static async Task WaitAsync(QueryClient calls, string id, CancellationToken stop)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            var described = await calls.CallAsync(Ec2Model.Service, "DescribeInstances", stop, ("InstanceId.1", id));
            var state = described.Text("instanceState", "name");
            if (state == "running")
            {
                return;
            }

            if (state != "pending" || Environment.TickCount64 > until)
            {
                throw new CommandException($"The instance is {state}: {described.Text("stateReason", "message") ?? "no reason is known."}");
            }

            await Task.Delay(Pause, stop);
        }
    }
}
