using System.Collections.Concurrent;

namespace Claviger.Store;

/// <summary>A few threads on which reads wait for the database, so that the threads that answer requests don't.</summary>
internal sealed class ReadThreads : IDisposable
{
    private readonly BlockingCollection<Action> waiting = [];
    private readonly Thread[] threads;

    public ReadThreads(int count)
    {
        threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            threads[i] = new Thread(Work) { Name = "store reader", IsBackground = true };
            threads[i].Start();
        }
    }

    public Task<T> RunAsync<T>(Func<T> read)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(() =>
        {
            try
            {
                answer.SetResult(read());
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        });
        return answer.Task;
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        waiting.Dispose();
    }

    private void Work()
    {
        foreach (var read in waiting.GetConsumingEnumerable())
        {
            read();
        }
    }
}
