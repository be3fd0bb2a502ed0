using NodaTime;
using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Fills the setup card for a team, and reads it back into the team's settings.</summary>
internal sealed class SetupForm(IRoster roster, QuietHours quiet)
{
    /// <summary>Zones to choose from: one for each offset and custom of clock changes where many people work.</summary>
    private static readonly string[] Zones =
    [
        "UTC", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Warsaw", "Europe/Athens", "Europe/Helsinki", "Europe/Kyiv", "Europe/Istanbul",
        "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Toronto", "America/Vancouver", "America/Halifax", "America/St_Johns",
        "America/Mexico_City", "America/Bogota", "America/Lima", "America/Santiago", "America/Sao_Paulo", "America/Argentina/Buenos_Aires",
        "Africa/Casablanca", "Africa/Lagos", "Africa/Cairo", "Africa/Nairobi", "Africa/Johannesburg",
        "Asia/Jerusalem", "Asia/Riyadh", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Ho_Chi_Minh",
        "Asia/Singapore", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Taipei", "Asia/Manila", "Asia/Seoul", "Asia/Tokyo",
        "Australia/Perth", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
    ];

    /// <exception cref="ChannelUnavailableException">The roster, from which further leads are chosen, cannot be read now.</exception>
    public async Task<SetupContext> ContextAsync(Turn turn, Team team, CancellationToken ct)
    {
        List<PersonChoice> people = [];
        await foreach (var member in roster.OfAsync(team, ct))
        {
            if (member.User != turn.User) people.Add(new PersonChoice(member.User.Value, member.Name.Length > 0 ? member.Name : member.User.Value));
        }
        var byName = StringComparer.Create(turn.Culture, ignoreCase: true);
        return new SetupContext(new Ticket(team.Id.Value, "", ""), team.Name, Zones, [.. people.OrderBy(person => person.Name, byName)])
        {
            Quiet = quiet == QuietHours.None ? null : new QuietSpan(quiet.From.ToTimeOnly(), quiet.To.ToTimeOnly()),
        };
    }

    public static Setup Current(Team team) => new(
        CadenceOf(team.Settings.Cadence), (WeekdayChoice)(team.Settings.Day - IsoDayOfWeek.Monday), team.Settings.Time.ToTimeOnly(), team.Settings.Zone.Id,
        team.Settings.OpenDays, team.Settings.Threshold.Answers, team.Settings.Tools, [.. team.Leads.Select(lead => lead.Value)], team.Settings.Reminds, Languages.Nearest(team.Culture));

    /// <param name="since">Rounds open by themselves from now on, never for a time that has passed.</param>
    public static Team Apply(Setup setup, Team team, UserId lead, Instant since)
    {
        var zone = DateTimeZoneProviders.Tzdb[setup.Zone];
        var settings = new RoundSettings(CadenceOf(setup.Cadence), IsoDayOfWeek.Monday + (int)setup.Day, LocalTime.FromTimeOnly(setup.Time), zone, setup.OpenDays,
            new Threshold(setup.Threshold), setup.Tools, AnchorOf(setup, team, zone, since)) { Reminds = setup.Reminds };
        // Whoever saves stays a lead: nobody locks the team out of its own settings by mistake.
        return team with
        {
            Settings = settings,
            OptOuts = [.. team.OptOuts.Where(one => setup.Tools.Any(one.IsOf))],
            Leads = [.. setup.Leads.Select(id => new UserId(id)).Append(lead).Distinct()],
            ScheduledSince = since,
            Due = since,
            Culture = setup.Language.Culture.Name,
        };
    }

    /// <summary>The weeks of a cadence are counted on as before, unless the cadence itself changes.</summary>
    private static LocalDate AnchorOf(Setup setup, Team team, DateTimeZone zone, Instant since) =>
        team.ScheduledSince is not null && CadenceOf(setup.Cadence) == team.Settings.Cadence ? team.Settings.Anchor : RoundName.Of(since.InZone(zone).Date).Monday;

    private static Cadence CadenceOf(CadenceChoice choice) => choice switch
    {
        CadenceChoice.Weekly => Cadence.Weekly,
        CadenceChoice.Fortnightly => Cadence.Fortnightly,
        CadenceChoice.EveryFourWeeks => Cadence.EveryFourWeeks,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, null),
    };

    public static CadenceChoice CadenceOf(Cadence cadence) => cadence switch
    {
        Cadence.Weekly => CadenceChoice.Weekly,
        Cadence.Fortnightly => CadenceChoice.Fortnightly,
        Cadence.EveryFourWeeks => CadenceChoice.EveryFourWeeks,
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, null),
    };
}
