using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Local;

/// <summary>Delivers to the demo team: to those whom the Playground knows through the channel, to the simulated ones directly. All of them find the card in their inbox.</summary>
internal sealed class DemoSender(ICheckInSender channel, DemoInbox inbox) : ICheckInSender
{
    public async Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string? conversation, CancellationToken ct)
    {
        if (invitation.Team.Id.Tenant != DemoTenant.Id || DemoTenant.Teammates.FirstOrDefault(person => person.User == to.User) is not { } teammate)
            return await channel.SendAsync(to, invitation, conversation, ct);

        var result = DemoTenant.Simulated.Contains(teammate) ? new SendResult.Sent(Conversation: null) : await channel.SendAsync(to, invitation, conversation, ct);
        if (result is SendResult.Sent) inbox.Add(new ReceivedCheckIn(teammate, invitation));
        return result;
    }
}
