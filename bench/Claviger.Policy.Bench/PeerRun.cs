namespace Claviger.Policy.Bench;

internal static class PeerRun
{
    public static int Run(TextWriter output)
    {
        output.WriteLine("none yet");
        return 1;
    }
}
