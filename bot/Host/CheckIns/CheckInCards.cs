using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.CheckIns;

/// <summary>Fills the check-in's cards with what the round is.</summary>
internal static class CheckInCards
{
    /// <summary>The card that is sent when a round opens.</summary>
    public static CheckInCard First(CheckInInvitation invitation) =>
        new(ContextOf(invitation.Team, invitation.Round, invitation.Ticket) with { Again = AgainOf(invitation.Again) });

    public static CheckInContext ContextOf(OpenCheckIn checkIn) => ContextOf(checkIn.Team, checkIn.Round, checkIn.Key.TicketOf(checkIn.Turn.User));

    public static Ticket TicketOf(OpenCheckIn checkIn) => ContextOf(checkIn).Ticket;

    private static SentAgain? AgainOf(SecondSend? again) => again switch
    {
        null => null,
        SecondSend.MayHaveComeBefore => SentAgain.MayHaveComeBefore,
        SecondSend.Reminder => SentAgain.Reminder,
        var other => throw new ArgumentOutOfRangeException(nameof(again), other, null),
    };

    public static CheckInContext ContextOf(Team team, Round round, string code) => new(
        new Ticket(team.Id.Value, round.Id.Name.ToString(), code), team.Name, round.Id.Name.Monday.ToDateOnly(),
        Moments.Of(round.ClosesAt, team.Settings.Zone), team.AddedBy, round.Tools, round.AsksObligation) { Cadence = SetupForm.CadenceOf(team.Settings.Cadence) };
}
