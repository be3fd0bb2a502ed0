using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace RetroBot.Host.Storage;

/// <summary>Reads on while what was read is worked on: storage and this machine need not wait for one another.</summary>
internal static class ReadAhead
{
    /// <param name="most">So many wait at most.</param>
    public static async IAsyncEnumerable<T> AheadAsync<T>(this IAsyncEnumerable<T> source, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(most) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(source, waiting.Writer, left.Token), CancellationToken.None);
        try
        {
            await foreach (var one in waiting.Reader.ReadAllAsync(ct)) yield return one;
        }
        finally
        {
            // Whoever stops early does not wait for the rest. What went wrong came through the channel.
            await left.CancelAsync();
            await reading;
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> to, CancellationToken ct)
    {
        try
        {
            await foreach (var one in source.WithCancellation(ct)) await to.WriteAsync(one, ct);
            to.Complete();
        }
        catch (Exception fault)
        {
            to.Complete(fault);
        }
    }
}
