using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Who may set RetroBot up: a team's own leads, and those whom the operator names for every team.</summary>
internal sealed class Leads
{
    private const string Setting = "RetroBot:Leads";
    private readonly HashSet<string> everywhere;

    public Leads(IConfiguration configuration) => everywhere = new HashSet<string>(configuration.GetSection(Setting).Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        (configuration.GetSection(Setting).Get<string[]>() ?? [])
        .Where(lead => !Guid.TryParse(lead, out _))
        .Select(lead => $"{Setting} holds {lead}, which is not an Entra object id such as 11111111-2222-3333-4444-555555555555.");

    public bool Include(UserId user, Team team) => team.IsLead(user) || everywhere.Contains(user.Value);
}
