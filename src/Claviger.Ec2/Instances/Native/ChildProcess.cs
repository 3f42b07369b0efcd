using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Claviger.Ec2;

/// <summary>A program that was started with open files of the starter's choice, in a session of its own.</summary>
/// <remarks><c>System.Diagnostics.Process</c> hands over no files but the three standard ones, and starts no session.</remarks>
internal sealed unsafe partial class ChildProcess
{
    private const int OpaqueSize = 1024;
    private const short SetSignalMask = 0x08;
    private const short SetSignalDefaults = 0x04;
    private const int Unknown = 255;
    private const short NewSession = 0x80;
    private const int FirstSafeDescriptor = 64;

    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Awaited = [];

    private ChildProcess(int id) => Id = id;

    /// <summary>Its process id.</summary>
    public int Id { get; }

    /// <summary>Whether it was waited for: from then on its number may be another's.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts a program.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments, without its name.</param>
    /// <param name="environment">All of its environment, as <c>NAME=value</c>.</param>
    /// <param name="files">The open files that it gets, each with the number that it has there; all others of this process are closed in it.</param>
    /// <param name="terminal">The terminal that becomes its standard files and its controlling terminal.</param>
    /// <exception cref="IOException">It can't be started.</exception>
    public static ChildProcess Start(
        string path,
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> environment,
        IReadOnlyList<(int Here, int There)> files,
        string? terminal = null)
    {
        // Out of the way of the numbers that they shall have there.
        var lent = files.Select(file => (Here: Libc.Demand(Libc.Control(file.Here, Libc.DuplicateFromCloseOnExec, FirstSafeDescriptor), "fcntl"), file.There)).ToList();
        using var argv = new NativeTexts([path, .. arguments]);
        using var envp = new NativeTexts(environment);
        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        var signals = stackalloc byte[OpaqueSize];
        _ = NewFileActions(actions) | NewAttributes(attributes);
        try
        {
            if (terminal is not null)
            {
                _ = AddOpen(actions, 0, terminal, Libc.OpenReadWrite, 0);
                _ = AddDuplicate(actions, 0, 1) | AddDuplicate(actions, 0, 2);
            }

            foreach (var (here, there) in lent)
            {
                _ = AddDuplicate(actions, here, there);
            }

            // The runtime ignores some signals, which a program that is started would go on doing.
            _ = FillSignals(signals) | SetDefaultSignals(attributes, signals);
            _ = EmptySignals(signals) | SetMask(attributes, signals) | SetFlags(attributes, SetSignalMask | SetSignalDefaults | NewSession);
            lock (Gate)
            {
                var error = Spawn(out var id, path, actions, attributes, argv.Pointer, envp.Pointer);
                if (error != 0)
                {
                    throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
                }

                Awaited.Add(id);
                return new ChildProcess(id);
            }
        }
        finally
        {
            _ = EndFileActions(actions) | EndAttributes(attributes);
            lent.ForEach(file => Libc.Close(file.Here));
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; 128 and the signal's number where a signal ended it; 255 where nobody can tell.</returns>
    public int Wait()
    {
        int result;
        int status;
        do
        {
            result = Libc.WaitFor(Id, out status, 0);
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == 4);

        HasEnded = true;
        lock (Gate)
        {
            Awaited.Remove(Id);
        }

        return result < 0 ? Unknown : (status & 0x7F) is var signal and not 0 ? 128 + signal : (status >> 8) & 0xFF;
    }

    /// <summary>Collects what has ended and was left to this process by others, as the first process of a namespace must.</summary>
    /// <param name="ids">The processes that there are.</param>
    public static void CollectOrphans(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            lock (Gate)
            {
                if (!Awaited.Contains(id) && HasEndedAsOurs(id))
                {
                    Libc.WaitFor(id, out _, Libc.DoNotWait);
                }
            }
        }
    }

    private static bool HasEndedAsOurs(int id)
    {
        try
        {
            // The name before it, in parentheses, may hold anything.
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ') is ["Z", var parent, ..] && parent == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int id, string path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int NewFileActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int EndFileActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(byte* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int NewAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int EndAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaultSignals(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetMask(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    private static partial int FillSignals(byte* signals);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int EmptySignals(byte* signals);

    /// <summary>A null-terminated array of C strings.</summary>
    private sealed class NativeTexts : IDisposable
    {
        private readonly nint[] _texts;

        public NativeTexts(IReadOnlyList<string> texts)
        {
            _texts = [.. texts.Select(Copy)];
            Pointer = (byte**)NativeMemory.Alloc((nuint)(texts.Count + 1), (nuint)sizeof(byte*));
            for (var i = 0; i < _texts.Length; i++)
            {
                Pointer[i] = (byte*)_texts[i];
            }

            Pointer[_texts.Length] = null;
        }

        public byte** Pointer { get; }

        public void Dispose()
        {
            foreach (var text in _texts)
            {
                NativeMemory.Free((void*)text);
            }

            NativeMemory.Free(Pointer);
        }

        private static nint Copy(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var copy = (byte*)NativeMemory.Alloc((nuint)bytes.Length + 1);
            bytes.CopyTo(new Span<byte>(copy, bytes.Length));
            copy[bytes.Length] = 0;
            return (nint)copy;
        }
    }
}
