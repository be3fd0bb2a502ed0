using System.Runtime.CompilerServices;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Local;

/// <summary>The roster, with the demo team's simulated members behind those whom the Playground knows.</summary>
internal sealed class DemoRoster(IRoster roster) : IRoster
{
    public async IAsyncEnumerable<Member> OfAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var member in roster.OfAsync(team, ct)) yield return member;

        if (team.Id.Tenant != DemoTenant.Id) yield break;
        foreach (var person in DemoTenant.Simulated) yield return new Member(DemoTenant.Id, person.User, person.ChannelAccount, person.Name);
    }
}
