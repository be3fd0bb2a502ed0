using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.People;

/// <summary>What lies in storage about one person, found without looking through anybody else's rows.</summary>
internal sealed class PersonalData(ITeamStore teams, IPreferenceStore preferences, IChatStore chats)
{
    public async Task<KnownOfPerson> OfAsync(TenantId tenant, UserId user, CancellationToken ct) => new(
        await preferences.OfAsync(tenant, user, ct),
        (await chats.OfAsync(tenant, user, ct)).Value,
        await teams.OfTenantAsync(tenant, ct).Select(team => team.Value).Where(team => team.IsLead(user)).ToListAsync(ct));
}
