using System.Text;
using System.Threading.Channels;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>Writes that end when the test says so.</summary>
internal sealed class HeldWrites
{
    private readonly Channel<Write> writes = Channel.CreateUnbounded<Write>();
    private readonly Lock gate = new();
    private readonly List<string> begun = [];
    private AnswerOutcome? ended;

    /// <summary>What each write was given, in the order in which they were begun: the texts of the answers, and <c>-</c> before whoever's was to be deleted.</summary>
    public IReadOnlyList<string> Begun
    {
        get
        {
            lock (gate) return [.. begun];
        }
    }

    public async Task<AnswerOutcome> WriteAsync(RoundId round, IReadOnlyList<AnswerChange> changes)
    {
        lock (gate)
        {
            begun.Add(string.Join(' ', changes.Select(Text)));
            if (ended is { } outcome) return outcome;
        }
        var write = new Write();
        await writes.Writer.WriteAsync(write);
        return await write.Outcome;
    }

    /// <summary>The next write to be begun.</summary>
    public async Task<Write> NextAsync(CancellationToken ct) => await writes.Reader.ReadAsync(ct);

    public void EndAllFromHere(AnswerOutcome outcome)
    {
        lock (gate) ended = outcome;
    }

    private static string Text(AnswerChange change) => change.Sealed is { } bytes
        ? Encoding.UTF8.GetString(bytes.Span)
        : $"-{Enumerable.Range(0, 10).Single(number => Samples.Participant(number) == change.Participant)}";

    internal sealed class Write
    {
        private readonly TaskCompletionSource<AnswerOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<AnswerOutcome> Outcome => outcome.Task;

        public void End(AnswerOutcome with) => outcome.SetResult(with);

        public void Fail(Exception with) => outcome.SetException(with);
    }
}
