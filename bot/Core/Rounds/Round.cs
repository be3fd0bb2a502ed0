using NodaTime;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;

namespace RetroBot.Core.Rounds;

/// <summary>One round of a team: one a cadence period.</summary>
/// <param name="ClosesAt">When it is due to close; an early close brings it forward.</param>
/// <param name="ClosedEarly">Whether a lead closed it before its time; the digest says so.</param>
/// <param name="Threshold">As it was when the round opened; a later setting does not change it.</param>
/// <param name="Tools">What the check-in card offers, as it was when the round opened.</param>
/// <param name="AsksObligation">Whether the check-in card asks how obliged people feel: every fourth round.</param>
/// <param name="Key">Null once the round is closed: destroyed.</param>
/// <param name="Delivered">Whether every member's card was sent, or found impossible to send.</param>
/// <param name="Tally">What its answers added up to when it was closed; null before, and once it is no longer kept.</param>
/// <param name="Shown">
/// What the team has read last once this round's digest is out; null while it has not read any number, and once a later round has taken it over.
/// </param>
/// <param name="Digest">Fixed when the round is closed; null before.</param>
/// <param name="Post">The activity that carries the digest in the channel; null before it was posted.</param>
public sealed record Round(
    RoundId Id,
    RoundState State,
    Instant OpenedAt,
    Instant ClosesAt,
    bool ClosedEarly,
    Threshold Threshold,
    IReadOnlyList<string> Tools,
    bool AsksObligation,
    WrappedKey? Key,
    bool Delivered,
    Tally? Tally,
    Shown? Shown,
    Digest? Digest,
    string? Post)
{
    /// <summary>The case studies that are published with its digest; none before it is closed.</summary>
    public PlacedStories Stories { get; init; } = PlacedStories.None;

    /// <summary>How far the look half-way through it has come; forgotten when it closes.</summary>
    public HalfWayLook HalfWay { get; init; } = HalfWayLook.NotBegun;

    /// <summary>When that look is due.</summary>
    public Instant HalfWayAt => OpenedAt + ((ClosesAt - OpenedAt) / 2);

    /// <summary>Whose card was sent before this has it when that look is due, whatever the clocks of different instances say; and what becomes of such a send is known by then.</summary>
    public Instant EarlyUntil => HalfWayAt - Duration.FromMinutes(2);

    /// <summary>Whether that look is to be begun, or gone on with.</summary>
    public bool LooksHalfWayAt(Instant now) => TakesAnswersAt(now) && now >= HalfWayAt && !HalfWay.IsOver && (!HalfWay.IsLate || Delivered);

    /// <summary>Whether cards of it are to be sent, first or second ones.</summary>
    public bool HasCardsAt(Instant now) => TakesAnswersAt(now) && (!Delivered || LooksHalfWayAt(now));

    public bool TakesAnswersAt(Instant now) => State == RoundState.Open && now < ClosesAt;

    /// <summary>Whether a lead may close it now. Not right after opening: whoever closes behind one person's answer singles that person out.</summary>
    public bool MayCloseEarlyAt(Instant now, Duration minimumOpen) => TakesAnswersAt(now) && now - OpenedAt >= minimumOpen;

    /// <summary>The round once its answers are added up: its key is destroyed and its digest fixed.</summary>
    /// <param name="earlier">The team's rounds before, as far as their counts are kept; the oldest first.</param>
    /// <param name="said">What waits with the team to be said.</param>
    /// <param name="published">The team's digests before, those of eight rounds at least; needed where <see cref="AsksObligation"/>, since that round ends four.</param>
    public Round ClosedWith(Tally tally, IReadOnlyList<Round> earlier, FromLeads? said = null, IReadOnlyList<PublishedDigest>? published = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var shown = Shown.After(this, tally, earlier);
        var numbers = DigestBuilder.Build(this, tally, shown);
        if (AsksObligation) numbers = numbers with { Trend = Trend.After(numbers, published ?? []) };
        return this with
        {
            State = RoundState.Closed, Key = null, HalfWay = HalfWayLook.NotBegun, Tally = tally, Shown = shown,
            Digest = said?.In(numbers, [.. earlier.Select(one => one.Digest).OfType<Digest>()]) ?? numbers,
        };
    }

    /// <summary>
    /// What stays when the time of its counts is over: the digest, as it was published, and, in the team's latest closed round, what the team has read last. Forgetting that
    /// would renew numbers although too few answers differ, which is what it is kept against (<see cref="Digests.Shown"/>).
    /// </summary>
    public Round WithoutCounts() => this with { Tally = null };

    public Round ClosedEarlyAt(Instant now) => this with { ClosesAt = now, ClosedEarly = true };
}
