using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Local;

/// <summary>Delivers to the demo team: to those whom the Playground knows through the channel, to the simulated ones directly. All of them find the card in their inbox.</summary>
internal sealed class DemoSender(ICheckInSender channel, DemoInbox inbox) : ICheckInSender
{
    public Task<SendResult> MakeChatAsync(Delivery to, Team team, CancellationToken ct) =>
        TeammateIn(team, to) is { } teammate && DemoTenant.Simulated.Contains(teammate) ? Task.FromResult<SendResult>(new SendResult.ChatMade($"demo-{to.User}")) : channel.MakeChatAsync(to, team, ct);

    public async Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string conversation, CancellationToken ct)
    {
        if (TeammateIn(invitation.Team, to) is not { } teammate) return await channel.SendAsync(to, invitation, conversation, ct);

        var result = DemoTenant.Simulated.Contains(teammate) ? new SendResult.Sent() : await channel.SendAsync(to, invitation, conversation, ct);
        if (result is SendResult.Sent) inbox.Add(new ReceivedCheckIn(teammate, invitation));
        return result;
    }

    private static DemoPerson? TeammateIn(Team team, Delivery to) => team.Id.Tenant == DemoTenant.Id ? DemoTenant.Teammates.FirstOrDefault(person => person.User == to.User) : null;
}
