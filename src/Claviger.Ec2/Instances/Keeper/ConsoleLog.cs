namespace Claviger.Ec2;

/// <summary>What an instance writes to its console: a file that holds the last of it.</summary>
internal sealed class ConsoleLog(string path)
{
    /// <summary>How much is shown, in bytes.</summary>
    public const int Shown = 64 * 1024;

    private const int Kept = 4 * Shown;
    private readonly Lock _writing = new();

    /// <summary>Adds a line of the keeper's own.</summary>
    public void WriteLine(string line) => Write(System.Text.Encoding.UTF8.GetBytes($"[claviger] {line}\n"));

    /// <summary>Adds what a stream brings, until its end.</summary>
    public void Copy(Stream stream)
    {
        var buffer = new byte[4096];
        for (var length = stream.Read(buffer); length > 0; length = stream.Read(buffer))
        {
            Write(buffer.AsSpan(0, length));
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (file.Length > Kept)
            {
                var last = new byte[Shown];
                file.Seek(-Shown, SeekOrigin.End);
                file.ReadExactly(last);
                file.SetLength(0);
                file.Write(last);
            }

            file.Seek(0, SeekOrigin.End);
            file.Write(bytes);
        }
    }
}
