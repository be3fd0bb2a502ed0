using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>Notes what is sent to storage, and keeps it until the test lets it go.</summary>
internal sealed class HeldRequests : RequestPolicy
{
    private readonly Lock gate = new();
    private readonly List<string> sent = [];
    private TaskCompletionSource let = Let();
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool answersNothing;

    /// <summary>The bodies of the transactions sent since <see cref="Hold"/>.</summary>
    public IReadOnlyList<string> Transactions
    {
        get
        {
            lock (gate) return [.. sent];
        }
    }

    /// <summary>The first request since <see cref="Hold"/> is on its way.</summary>
    public Task Arrived => arrived.Task;

    public void Hold()
    {
        lock (gate) sent.Clear();
        (let, arrived) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public void LetGo() => let.SetResult();

    /// <summary>From here on nothing that is sent arrives.</summary>
    public void Break(bool broken) => answersNothing = broken;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && message.Request.Content is { } content)
        {
            using var body = new MemoryStream();
            await content.WriteToAsync(body, message.CancellationToken);
            lock (gate) sent.Add(Encoding.UTF8.GetString(body.ToArray()));
        }
        arrived.TrySetResult();
        await let.Task;
        if (answersNothing) throw new IOException("Nothing arrives.");
        await ProcessNextAsync(message, pipeline);
    }

    private static TaskCompletionSource Let()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
