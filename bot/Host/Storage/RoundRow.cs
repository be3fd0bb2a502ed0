using System.Text.Json;
using NodaTime.Text;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>A round's columns. It is written whole, so that a key that is null leaves no column behind.</summary>
internal sealed class RoundRow : Row
{
    [Stored(Topic.Round, "how far the round has come")]
    public RoundState State { get; set; }

    [Stored(Topic.Round, "when it opened")]
    public string OpenedAt { get; set; } = "";

    [Stored(Topic.Round, "when it closes, or closed")]
    public string ClosesAt { get; set; } = "";

    [Stored(Topic.Round, "whether a lead closed it before its time: the digest says so")]
    public bool ClosedEarly { get; set; }

    [Stored(Topic.Round, "how many answers a number must rest on")]
    public int Threshold { get; set; }

    [Stored(Topic.Round, "the tools that the card offered")]
    public string Tools { get; set; } = "";

    [Stored(Topic.Round, "whether the card asked how mandatory using AI feels")]
    public bool AsksObligation { get; set; }

    [Stored(Topic.RoundKey, "a fingerprint of the master key that wraps the round's key", Until = Until.RoundCloses)]
    public string? MasterKeyId { get; set; }

    [Stored(Topic.RoundKey, "the round's key, encrypted under the master key, which is kept elsewhere", Until = Until.RoundCloses)]
    public byte[]? WrappedKey { get; set; }

    [Stored(Topic.Round, "whether every card was sent")]
    public bool Delivered { get; set; }

    [Stored(Topic.Round, "how many lines of the ledger the look half-way has passed, in which of its two parts, and a random id of the latest step; or that it is over", Until = Until.RoundCloses)]
    public string? HalfWay { get; set; }

    [Stored(Topic.Tally, "how many gave each option, question by question; never which choices went together", Until = Until.RetentionEnds)]
    public string? Tally { get; set; }

    [Stored(Topic.Shown, "the numbers that the team has read last, with the counts behind them, to be compared with the next; in its latest closed round only", Until = Until.NumbersAreRenewed)]
    public string? Shown { get; set; }

    [Stored(Topic.Digest, "the digest, as it was published")]
    public string? Digest { get; set; }

    [Stored(Topic.Digest, "the post in the channel that carries the digest")]
    public string? Post { get; set; }

    [Stored(Topic.Digest, "the ids of the case studies that are published with the digest")]
    public string? Stories { get; set; }

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
        HalfWay = round.HalfWay == HalfWayLook.NotBegun ? null : JsonSerializer.Serialize(round.HalfWay),
        Tally = round.Tally is { } tally ? JsonSerializer.Serialize(tally) : null,
        Shown = round.Shown is { } shown ? JsonSerializer.Serialize(shown) : null,
        Digest = round.Digest is { } digest ? JsonSerializer.Serialize(digest) : null,
        Post = round.Post,
        Stories = round.Stories == PlacedStories.None ? null : JsonSerializer.Serialize(round.Stories),
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
        Shown is { } shown ? JsonSerializer.Deserialize<Shown>(shown) : null,
        Digest is { } digest ? JsonSerializer.Deserialize<Digest>(digest) : null,
        Post)
    {
        HalfWay = HalfWay is { } halfWay ? JsonSerializer.Deserialize<HalfWayLook>(halfWay)! : HalfWayLook.NotBegun,
        Stories = Stories is { } stories ? JsonSerializer.Deserialize<PlacedStories>(stories)! : PlacedStories.None,
    };
}
