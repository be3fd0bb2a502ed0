using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>The ledger, beside its round. Lines are added only while the round's gate is there, so that none is left behind by a close.</summary>
internal sealed class Ledger(Tables tables) : ILedger
{
    public static RowKind Lines { get; } = new(Keys.Rounds, "a line of the ledger",
        new RowKeys("l|", Topic.Ledger, "team and week, and the Entra object id of somebody who is sent a card; never whether they answered", ArePersonal: true), Until.RoundCloses, typeof(LineRow));

    private const int LinesAtOnce = StorageTable.LargestTransaction - 1;

    public async Task PlanAsync(RoundId round, IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var lines = deliveries.DistinctBy(delivery => delivery.User).Select(delivery => LineRow.Of(round, delivery.Ended(DeliveryState.Planned)));
        try
        {
            foreach (var some in lines.Chunk(LinesAtOnce))
            {
                if (await TryAddAsync(round, some, ct)) continue;
                // Somebody among them has a line and keeps it; the others get theirs.
                foreach (var line in some) await TryAddAsync(round, [line], ct);
            }
        }
        catch (RequestFailedException shut) when (shut.Status == StatusCodes.Status404NotFound)
        {
            // The gate is gone: the round is closing, and nobody is asked any more.
        }
    }

    public IAsyncEnumerable<Versioned<Delivery>> OfAsync(RoundId round, CancellationToken ct) =>
        tables.Rounds.QueryAsync<LineRow>(Keys.LinesFilter(round), ct).Select(row => new Versioned<Delivery>(row.ToDelivery(), row.ETag.ToString()));

    public async Task<bool> IncludesAsync(RoundId round, UserId user, CancellationToken ct) =>
        await tables.Rounds.FindAsync<LineRow>(Keys.PartitionOf(round), Keys.LineRow(user), ct) is not null;

    public async Task<string?> MoveAsync(RoundId round, Delivery delivery, string version, CancellationToken ct)
    {
        try
        {
            var response = await tables.Rounds.ReplaceAsync(LineRow.Of(round, delivery), new ETag(version), ct);
            return response.Headers.ETag.ToString();
        }
        catch (RequestFailedException refused) when (refused.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
            return delivery.Attempt is { } attempt ? await VersionOfAsync(round, delivery.User, attempt, ct) : null;
        }
    }

    /// <summary>A write whose answer was lost is repeated by the storage library, and then meets itself: the attempt's random id tells it from somebody else's.</summary>
    private async Task<string?> VersionOfAsync(RoundId round, UserId user, SendAttempt attempt, CancellationToken ct) =>
        await tables.Rounds.FindAsync<LineRow>(Keys.PartitionOf(round), Keys.LineRow(user), ct) is { } row && row.AttemptId == attempt.Id ? row.ETag.ToString() : null;

    /// <returns>False when one of the lines was there already; then none was added.</returns>
    private async Task<bool> TryAddAsync(RoundId round, LineRow[] lines, CancellationToken ct)
    {
        try
        {
            await tables.Rounds.TransactAsync([new(UpdateMerge, Row.At(Keys.PartitionOf(round), Keys.Gate), ETag.All), .. lines.Select(line => new TableTransactionAction(Add, line))], ct);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == StatusCodes.Status409Conflict)
        {
            return false;
        }
    }

    private sealed class LineRow : Row
    {
        [Stored(Topic.Ledger, "the id by which Teams addresses the person: where the card is sent", IsPersonal = true)]
        public string ChannelAccount { get; set; } = "";

        [Stored(Topic.Ledger, "how far the sending of the card has come", IsPersonal = true)]
        public DeliveryState State { get; set; }

        [Stored(Topic.Ledger, "a random id of the send under way, so that no card is sent twice", IsPersonal = true, Until = Until.SendEnds)]
        public Guid? AttemptId { get; set; }

        [Stored(Topic.Ledger, "when the card was sent: nobody is reminded of one that has only just come", IsPersonal = true)]
        public string? AttemptedAt { get; set; }

        [Stored(Topic.Ledger, "when the card is tried again, where Teams asked for patience", IsPersonal = true, Until = Until.SendEnds)]
        public string? RetryAt { get; set; }

        [Stored(Topic.Ledger, "how often Teams asked for patience so far", IsPersonal = true)]
        public int Tries { get; set; }

        public static LineRow Of(RoundId round, Delivery delivery) => new()
        {
            PartitionKey = Keys.PartitionOf(round),
            RowKey = Keys.LineRow(delivery.User),
            ChannelAccount = delivery.ChannelAccount,
            State = delivery.State,
            AttemptId = delivery.Attempt?.Id,
            AttemptedAt = delivery.TriedAt is { } tried ? InstantPattern.ExtendedIso.Format(tried) : null,
            RetryAt = delivery.RetryAt is { } retry ? InstantPattern.ExtendedIso.Format(retry) : null,
            Tries = delivery.Tries,
        };

        public Delivery ToDelivery()
        {
            var tried = TimeOf(AttemptedAt);
            return new(Keys.UserOfLine(RowKey), ChannelAccount, State, AttemptId is { } id ? new SendAttempt(id, tried!.Value) : null, TimeOf(RetryAt), Tries, tried);
        }

        private static Instant? TimeOf(string? text) => text is null ? null : InstantPattern.ExtendedIso.Parse(text).Value;
    }
}
