namespace RetroBot.Tests.Outages;

/// <summary>Something that storage does instead of what it was asked for.</summary>
/// <param name="Times">How many requests of one name in a row meet it. The client asks three times where it may help: with three, the call has failed.</param>
/// <param name="TakesEffect">Whether what was asked for is done all the same.</param>
internal abstract record Outage(string Name, int Times, bool TakesEffect)
{
    /// <summary>How often the client asks before it gives up.</summary>
    private const int Attempts = 3;

    /// <summary>Whether only a call that changes something can meet it.</summary>
    public bool IsForChanges => TakesEffect || this is Answers { Status: 409 or 412 };

    public static IReadOnlyList<Outage> All { get; } =
    [
        new Silence(Attempts, TakesEffect: false), new Silence(Times: 1, TakesEffect: true),
        new Cut(Attempts, TakesEffect: false), new Cut(Times: 1, TakesEffect: true), new Cut(Attempts, TakesEffect: true),
        new Answers(500, "InternalError", Attempts, TakesEffect: false), new Answers(500, "OperationTimedOut", Attempts, TakesEffect: true),
        new Answers(503, "ServerBusy", Attempts, TakesEffect: false), new Answers(429, "TooManyRequests", Attempts, TakesEffect: false) { RetryAfter = 1 },
        new Answers(409, "TableBeingDeleted", Times: 1, TakesEffect: false), new Answers(412, "UpdateConditionNotSatisfied", Times: 1, TakesEffect: false),
        new Answers(503, "ServerBusy", Times: 1, TakesEffect: true) { RetryAfter = 0 },
    ];

    public sealed override string ToString() => Told;

    private protected virtual string Told => $"{Name}{(TakesEffect ? " although it was done" : "")}, {(Times == 1 ? "once" : "until the client gave up")}";

    /// <summary>No answer comes before the client's time is up.</summary>
    public sealed record Silence(int Times, bool TakesEffect) : Outage("no answer", Times, TakesEffect);

    /// <summary>The connection breaks.</summary>
    public sealed record Cut(int Times, bool TakesEffect) : Outage("connection cut", Times, TakesEffect);

    /// <summary>An error in storage's own form.</summary>
    public sealed record Answers(int Status, string Code, int Times, bool TakesEffect) : Outage($"{Status} {Code}", Times, TakesEffect)
    {
        /// <summary>Seconds.</summary>
        public int? RetryAfter { get; init; }
    }

    /// <summary>Somebody has deleted a table; the request finds it gone.</summary>
    public sealed record Gone(string Table) : Outage("table deleted", Times: 1, TakesEffect: true)
    {
        private protected override string Told => $"table {Table} deleted";
    }
}
