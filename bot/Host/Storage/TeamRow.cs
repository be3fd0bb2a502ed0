using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>A team's columns.</summary>
internal sealed class TeamRow : Row
{
    public string Name { get; set; } = "";
    public string Channel { get; set; } = "";
    public string ServiceUrl { get; set; } = "";
    public string Bot { get; set; } = "";
    public string? AddedBy { get; set; }
    public string Leads { get; set; } = "";
    public Cadence Cadence { get; set; }
    public IsoDayOfWeek Day { get; set; }
    public string Time { get; set; } = "";
    public string Zone { get; set; } = "";
    public int OpenDays { get; set; }
    public int Threshold { get; set; }
    public string Tools { get; set; } = "";
    public string Anchor { get; set; } = "";
    public string? ScheduledSince { get; set; }
    public string? Latest { get; set; }
    public string? LatestAt { get; set; }
    public string? Due { get; set; }
    public string Culture { get; set; } = "";

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
        Anchor = LocalDatePattern.Iso.Format(team.Settings.Anchor),
        ScheduledSince = Text(team.ScheduledSince),
        Latest = team.Latest?.Name.ToString(),
        LatestAt = Text(team.Latest?.At),
        Due = Text(team.Due),
        Culture = team.Culture,
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
            LocalDatePattern.Iso.Parse(Anchor).Value),
        Instant(ScheduledSince),
        Opening(),
        DueAt(),
        Culture);

    private Opening? Opening() => RoundName.TryParse(Latest, out var name) && Instant(LatestAt) is { } at ? new(name, at) : null;

    private static string? Text(Instant? instant) => instant is { } value ? InstantPattern.ExtendedIso.Format(value) : null;

    private static Instant? Instant(string? text) => text is null ? null : InstantPattern.ExtendedIso.Parse(text).Value;
}
