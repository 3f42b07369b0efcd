namespace Claviger.Ec2;

/// <summary>The user of the host that an instance's root is.</summary>
internal static class InstanceUser
{
    /// <summary>
    /// Who owns images and disks where the server runs as root: nobody else, and least of all the user that reads the data folder. Far from
    /// what distributions give to people, services and containers.
    /// </summary>
    public const uint Apart = 64_087;

    /// <summary>Whether this process is root of its host, and instances are therefore another user's.</summary>
    public static bool IsApart { get; } = Libc.EffectiveUser() == 0;

    /// <summary>Gives a file to the instances' user, where that is another than this process's.</summary>
    public static void Own(string path)
    {
        if (IsApart)
        {
            Libc.Demand(Libc.ChangeOwner(path, Apart, Apart), path);
        }
    }
}
