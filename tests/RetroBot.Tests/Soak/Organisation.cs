using NodaTime;
using RetroBot.Simulation;

namespace RetroBot.Tests.Soak;

/// <summary>Teams of many sizes in many zones, and what happens to their people from week to week.</summary>
internal sealed class Organisation
{
    /// <summary>Most teams are small: where the largest may have 500, one has 20 on average, and of 200 a few have hundreds.</summary>
    private const double Smallness = 30;

    private const int TeamsPerTenant = 10;

    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Sydney", "America/Sao_Paulo", "Asia/Tokyo", "Europe/London", "America/Los_Angeles", "Asia/Kathmandu",
        "Europe/Lisbon", "Europe/Athens", "Africa/Cairo", "America/Chicago", "America/Denver", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu", "America/St_Johns", "America/Mexico_City",
        "America/Santiago", "Africa/Casablanca", "Africa/Johannesburg", "Asia/Jerusalem", "Asia/Dubai", "Asia/Tehran", "Asia/Singapore", "Australia/Adelaide", "Pacific/Auckland", "Europe/Helsinki",
    ];

    private readonly Random random;
    private int people;

    public Organisation(TeamsSimulator teams, SoakSize size, Random random)
    {
        this.random = random;
        SimulatedTenant? tenant = null;
        for (var number = 0; number < size.Teams; number++)
        {
            if (number % TeamsPerTenant == 0) tenant = teams.AddTenant();
            var team = new SoakTeam(
                tenant!.AddTeam($"Team {number}"), DateTimeZoneProviders.Tzdb[Zones[number % Zones.Length]], IsoDayOfWeek.Monday + random.Next(5), new LocalTime(random.Next(8, 17), 30), random.Next(1, 4));
            var members = SoakSize.Smallest + (int)((size.Largest + 1 - SoakSize.Smallest) * Math.Pow(random.NextDouble(), size.Largest > 100 ? Smallness : 1));
            for (var member = 0; member < members; member++) Join(team);
            All.Add(team);
        }
    }

    public List<SoakTeam> All { get; } = [];

    public int People => All.Sum(team => team.Members.Count);

    public void Join(SoakTeam team) => team.Members.Add(new SoakPerson(team.Team.AddPerson($"Person {++people}")));

    /// <summary>Never the lead.</summary>
    public void Leave(SoakTeam team)
    {
        if (team.Members.Count <= SoakSize.Smallest) return;
        var who = team.Members[random.Next(1, team.Members.Count)];
        team.Members.Remove(who);
        team.Team.Leave(who.Person);
    }
}
