using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>A team's columns.</summary>
internal sealed class TeamRow : Row
{
    [Stored(Topic.Team, "what the team is called, for its cards")]
    public string Name { get; set; } = "";

    [Stored(Topic.Team, "the channel in which the digest appears")]
    public string Channel { get; set; } = "";

    [Stored(Topic.Team, "where Teams takes what RetroBot sends")]
    public string ServiceUrl { get; set; } = "";

    [Stored(Topic.Team, "RetroBot's own account there")]
    public string Bot { get; set; } = "";

    [Stored(Topic.Installer, "the display name of who added RetroBot: cards say whom to ask", IsPersonal = true)]
    public string? AddedBy { get; set; }

    [Stored(Topic.LeadRole, "the Entra object ids of those who may set RetroBot up", IsPersonal = true)]
    public string Leads { get; set; } = "";

    [Stored(Topic.Settings, "how often people are asked")]
    public Cadence Cadence { get; set; }

    [Stored(Topic.Settings, "on which day")]
    public IsoDayOfWeek Day { get; set; }

    [Stored(Topic.Settings, "at what time")]
    public string Time { get; set; } = "";

    [Stored(Topic.Settings, "in which time zone")]
    public string Zone { get; set; } = "";

    [Stored(Topic.Settings, "how many days a round is open")]
    public int OpenDays { get; set; }

    [Stored(Topic.Settings, "how many answers a number must rest on")]
    public int Threshold { get; set; }

    [Stored(Topic.Settings, "the tools that the card offers")]
    public string Tools { get; set; } = "";

    [Stored(Topic.Settings, "whether those who have not answered are reminded half-way; never who was")]
    public bool Reminds { get; set; }

    [Stored(Topic.Settings, "the week from which the rhythm is counted")]
    public string Anchor { get; set; } = "";

    [Stored(Topic.Settings, "when the setup was last saved: no round opens for a time before")]
    public string? ScheduledSince { get; set; }

    [Stored(Topic.Team, "the week of the latest round")]
    public string? Latest { get; set; }

    [Stored(Topic.Team, "when it opened")]
    public string? LatestAt { get; set; }

    [Stored(Topic.Team, "when RetroBot looks after the team next")]
    public string? Due { get; set; }

    [Stored(Topic.Team, "the language of posts in the channel")]
    public string Culture { get; set; } = "";

    [Stored(Topic.Team, "whether the first post is still to come, since Teams did not take it")]
    public bool AwaitsWelcome { get; set; }

    [Stored(Topic.Digest, "what a lead said that the team changed, until a digest says so; not who")]
    public string? Changed { get; set; }

    [Stored(Topic.Digest, "the outcome that a lead tracks: the value that waits for a digest, and the last one that a digest showed; not who")]
    public string? Outcome { get; set; }

    [Stored(Topic.Settings, "the tools that the team does without for now, why by a list, what a lead says to that, and when a lead is asked whether that is still so; not who")]
    public string? OptOuts { get; set; }

    public static TeamRow Of(Team team) => new()
    {
        PartitionKey = Keys.PartitionOf(team.Id),
        RowKey = Keys.TeamRow(team.Id),
        Name = team.Name,
        Channel = team.Channel,
        ServiceUrl = team.ServiceUrl.AbsoluteUri,
        Bot = team.Bot,
        AddedBy = team.AddedBy,
        Leads = JsonSerializer.Serialize(team.Leads.Select(lead => lead.Value)),
        Cadence = team.Settings.Cadence,
        Day = team.Settings.Day,
        Time = LocalTimePattern.ExtendedIso.Format(team.Settings.Time),
        Zone = team.Settings.Zone.Id,
        OpenDays = team.Settings.OpenDays,
        Threshold = team.Settings.Threshold.Answers,
        Tools = JsonSerializer.Serialize(team.Settings.Tools),
        Reminds = team.Settings.Reminds,
        Anchor = LocalDatePattern.Iso.Format(team.Settings.Anchor),
        ScheduledSince = Text(team.ScheduledSince),
        Latest = team.Latest?.Name.ToString(),
        LatestAt = Text(team.Latest?.At),
        Due = Text(team.Due),
        Culture = team.Culture,
        AwaitsWelcome = team.AwaitsWelcome,
        Changed = team.Changed is { } changed ? JsonSerializer.Serialize(changed) : null,
        Outcome = team.Outcome == TrackedOutcome.None ? null : JsonSerializer.Serialize(team.Outcome),
        OptOuts = team.OptOuts.Count == 0 ? null : JsonSerializer.Serialize(team.OptOuts.Select(one => new OptOut(one.Tool, one.Ground, one.Reason, LocalDatePattern.Iso.Format(one.Review), one.IsAsked))),
    };

    public Instant? DueAt() => Instant(Due);

    public Team ToTeam(TeamId id) => new(
        id,
        Name,
        Channel,
        new Uri(ServiceUrl),
        Bot,
        AddedBy,
        [.. JsonSerializer.Deserialize<string[]>(Leads)!.Select(lead => new UserId(lead))],
        new RoundSettings(
            Cadence,
            Day,
            LocalTimePattern.ExtendedIso.Parse(Time).Value,
            DateTimeZoneProviders.Tzdb[Zone],
            OpenDays,
            new Threshold(Threshold),
            JsonSerializer.Deserialize<string[]>(Tools)!,
            LocalDatePattern.Iso.Parse(Anchor).Value) { Reminds = Reminds },
        Instant(ScheduledSince),
        Opening(),
        DueAt(),
        Culture)
    {
        AwaitsWelcome = AwaitsWelcome,
        Changed = Changed is { } changed ? JsonSerializer.Deserialize<WeChanged>(changed) : null,
        Outcome = Outcome is { } outcome ? JsonSerializer.Deserialize<TrackedOutcome>(outcome)! : TrackedOutcome.None,
        OptOuts = OptOuts is { } optOuts ? [.. JsonSerializer.Deserialize<OptOut[]>(optOuts)!.Select(one => one.ToOptOut())] : [],
    };

    private Opening? Opening() => RoundName.TryParse(Latest, out var name) && Instant(LatestAt) is { } at ? new(name, at) : null;

    private static string? Text(Instant? instant) => instant is { } value ? InstantPattern.ExtendedIso.Format(value) : null;

    private static Instant? Instant(string? text) => text is null ? null : InstantPattern.ExtendedIso.Parse(text).Value;

    /// <param name="Ground">Rows of before it was asked for have none: then it is the first.</param>
    private sealed record OptOut(string Tool, OptOutGround Ground, string? Reason, string Review, bool IsAsked)
    {
        public ToolOptOut ToOptOut() => new(Tool, Ground, Reason, LocalDatePattern.Iso.Parse(Review).Value) { IsAsked = IsAsked };
    }
}
