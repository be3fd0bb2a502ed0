using System.Text.Json;
using NodaTime.Text;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>A round's columns. It is written whole, so that a key that is null leaves no column behind.</summary>
internal sealed class RoundRow : Row
{
    public RoundState State { get; set; }
    public string OpenedAt { get; set; } = "";
    public string ClosesAt { get; set; } = "";
    public bool ClosedEarly { get; set; }
    public int Threshold { get; set; }
    public string Tools { get; set; } = "";
    public bool AsksObligation { get; set; }
    public string? MasterKeyId { get; set; }
    public byte[]? WrappedKey { get; set; }
    public bool Delivered { get; set; }
    public string? Tally { get; set; }
    public string? Digest { get; set; }
    public string? Post { get; set; }

    public static RoundRow Of(Round round) => new()
    {
        PartitionKey = Keys.PartitionOf(round.Id),
        RowKey = Keys.Round,
        State = round.State,
        OpenedAt = InstantPattern.ExtendedIso.Format(round.OpenedAt),
        ClosesAt = InstantPattern.ExtendedIso.Format(round.ClosesAt),
        ClosedEarly = round.ClosedEarly,
        Threshold = round.Threshold.Answers,
        Tools = JsonSerializer.Serialize(round.Tools),
        AsksObligation = round.AsksObligation,
        MasterKeyId = round.Key?.MasterKeyId,
        WrappedKey = round.Key?.Bytes.ToArray(),
        Delivered = round.Delivered,
        Tally = round.Tally is { } tally ? JsonSerializer.Serialize(tally) : null,
        Digest = round.Digest is { } digest ? JsonSerializer.Serialize(digest) : null,
        Post = round.Post,
    };

    public Round ToRound(RoundId id) => new(
        id,
        State,
        InstantPattern.ExtendedIso.Parse(OpenedAt).Value,
        InstantPattern.ExtendedIso.Parse(ClosesAt).Value,
        ClosedEarly,
        new Threshold(Threshold),
        JsonSerializer.Deserialize<string[]>(Tools)!,
        AsksObligation,
        MasterKeyId is { } master ? new WrappedKey(master, WrappedKey) : null,
        Delivered,
        Tally is { } tally ? JsonSerializer.Deserialize<Tally>(tally) : null,
        Digest is { } digest ? JsonSerializer.Deserialize<Digest>(digest) : null,
        Post);
}
