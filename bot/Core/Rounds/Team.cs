using NodaTime;
using RetroBot.Core.Digests;
using RetroBot.Core.People;

namespace RetroBot.Core.Rounds;

/// <summary>A team in which RetroBot is installed.</summary>
/// <param name="Channel">The conversation id of the channel in which digests appear.</param>
/// <param name="ServiceUrl">Where the channel takes what RetroBot sends; refreshed from every authenticated activity in the team.</param>
/// <param name="Bot">RetroBot's own account id in the channel ("28:…").</param>
/// <param name="AddedBy">The name of whoever installed it, where it is known: cards say whom a member may ask.</param>
/// <param name="Leads">Who may set RetroBot up here: whoever installed it, and whom they appointed.</param>
/// <param name="ScheduledSince">When a lead last saved the setup card: from then on rounds open by themselves, never for a time before it. Null until then.</param>
/// <param name="Latest">The latest round that was opened, or is to be opened now: it is written here first, then opened. Null before the first.</param>
/// <param name="Due">When the team next needs attention; null for never.</param>
/// <param name="Culture">The team's language: a culture name such as <c>en</c>.</param>
public sealed record Team(
    TeamId Id,
    string Name,
    string Channel,
    Uri ServiceUrl,
    string Bot,
    string? AddedBy,
    IReadOnlyList<UserId> Leads,
    RoundSettings Settings,
    Instant? ScheduledSince,
    Opening? Latest,
    Instant? Due,
    string Culture)
{
    /// <summary>What a lead has said that the team changed, until a digest says so; null otherwise.</summary>
    public WeChanged? Changed { get; init; }

    /// <summary>Whether the team is still to be greeted, since its channel has refused it.</summary>
    public bool AwaitsWelcome { get; init; }

    /// <summary>The outcome that a lead tracks: what waits for a digest, and what the last one showed.</summary>
    public TrackedOutcome Outcome { get; init; } = TrackedOutcome.None;

    /// <summary>What waits for the next digest.</summary>
    public FromLeads Said => new(Changed, Outcome);

    /// <summary>Tools that the team does without for now.</summary>
    public IReadOnlyList<ToolOptOut> OptOuts { get; init; } = [];

    /// <summary>What the cards of this team offer from its next round on.</summary>
    public IReadOnlyList<string> OfferedTools => OptOuts.Count == 0 ? Settings.Tools : [.. Settings.Tools.Where(tool => !OptOuts.Any(one => one.IsOf(tool)))];

    /// <summary>The team once a digest is fixed: what the digest says waits no more.</summary>
    public Team After(Digest digest) => this with { Changed = Changed?.IsIn(digest) is true ? null : Changed, Outcome = Outcome.After(digest) };

    /// <summary>Leaves the tool out, in place of what was said of it before.</summary>
    public Team With(ToolOptOut optOut)
    {
        ArgumentNullException.ThrowIfNull(optOut);
        return this with { OptOuts = [.. Without(optOut.Tool).OptOuts, optOut] };
    }

    public Team Without(string tool) => this with { OptOuts = [.. OptOuts.Where(one => !one.IsOf(tool))] };

    public bool IsLead(UserId user) => Leads.Contains(user);
}
