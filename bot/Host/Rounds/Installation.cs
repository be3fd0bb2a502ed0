using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>RetroBot comes to a team.</summary>
internal sealed class Installation(ITeamStore teams, Departure departure, RoundDefaults defaults, TimeProvider time)
{
    /// <summary>Adds the team, or brings a known one up to date: Teams announces an installation in two activities, in either order.</summary>
    /// <returns>The team where it is to be greeted, by this caller and nobody else; null otherwise.</returns>
    public async Task<Team?> AddAsync(TeamPlace place, Installer? installer, CancellationToken ct)
    {
        while (true)
        {
            if (await teams.FindAsync(place.Id, ct) is { } known)
            {
                var updated = Updated(known.Value, place, installer);
                if (updated == known.Value || await teams.SaveAsync(updated, known.Version, ct) == SaveOutcome.Saved) return known.Value.AwaitsWelcome ? updated : null;
                continue;
            }
            // What an earlier removal could not delete goes before anything new is stored.
            await departure.FinishAsync(place.Id, ct);
            var settings = defaults.At(time.GetUtcNow().ToInstant());
            var team = new Team(place.Id, place.Name, place.Channel, place.ServiceUrl, place.Bot, installer?.Name, installer is { } lead ? [lead.User] : [],
                settings, ScheduledSince: null, Latest: null, Due: null, place.Culture.Name);
            if (await teams.AddAsync(team, ct) == SaveOutcome.Saved) return team;
        }
    }

    /// <summary>The channel has refused the greeting: it comes with the next thing that somebody says there.</summary>
    public Task NotGreetedAsync(TeamId id, CancellationToken ct) => teams.ChangeAsync(id, team => team with { AwaitsWelcome = true }, ct);

    /// <summary>Keeps what a known team is called and where it is reached: both may change at any time.</summary>
    /// <param name="name">Null or empty where the activity did not say.</param>
    public Task RefreshAsync(TeamId id, string? name, Uri serviceUrl, CancellationToken ct) =>
        teams.ChangeAsync(id, team => team with { Name = string.IsNullOrEmpty(name) ? team.Name : name, ServiceUrl = serviceUrl }, ct);

    private static Team Updated(Team team, TeamPlace place, Installer? installer) => team with
    {
        Name = place.Name.Length > 0 ? place.Name : team.Name,
        ServiceUrl = place.ServiceUrl,
        Bot = place.Bot,
        AddedBy = team.AddedBy ?? installer?.Name,
        AwaitsWelcome = false,
        Leads = installer is { } lead && team.Leads.Count == 0 ? [lead.User] : team.Leads,
    };
}
