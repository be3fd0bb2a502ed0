using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Faults;

/// <summary>One call of a round meets a fault: nobody else's card is touched, and what becomes of the one card is what the fault means.</summary>
public sealed class EveryFaultTests(FaultedRounds rounds) : IClassFixture<FaultedRounds>
{
    private const string Unconfirmed = "Sent, arrival not confirmed: 1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<KnownFault> All => [.. KnownFaults.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_send_that_fails_is_repeated_only_when_it_did_not_arrive_and_is_counted_when_it_cannot(KnownFault known)
    {
        var outcome = await OutcomeAsync(known, FaultedCall.Send);

        switch (known.Meaning)
        {
            case FaultMeaning.Unknown:
                Assert.Equal((TakesEffect(known) ? 1 : 0, Unconfirmed), (outcome.Person, outcome.Status));
                break;
            case FaultMeaning.Happened:
                // A library that cannot read the answer may leave it open.
                Assert.Equal(1, outcome.Person);
                Assert.Contains(outcome.Status, (string[])[Unconfirmed, ""]);
                break;
            case FaultMeaning.NotThisPerson or FaultMeaning.NotThisCall:
                Assert.Equal((0, Counted(known)), (outcome.Person, outcome.Status));
                break;
            default:
                Assert.Equal((1, ""), (outcome.Person, outcome.Status));
                break;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_chat_that_could_not_be_made_is_made_later_or_the_person_is_counted(KnownFault known)
    {
        var outcome = await OutcomeAsync(known, FaultedCall.CreateConversation);

        var isFinal = known.Meaning is FaultMeaning.NotThisPerson or FaultMeaning.NotThisCall or FaultMeaning.NotThisChat;
        Assert.Equal(isFinal ? (0, Counted(known)) : (1, ""), (outcome.Person, outcome.Status));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_of_the_roster_that_could_not_be_read_is_read_later(KnownFault known)
    {
        var outcome = await OutcomeAsync(known, FaultedCall.RosterPage);

        Assert.Equal((1, ""), (outcome.Person, outcome.Status));
    }

    private async Task<FaultedOutcome> OutcomeAsync(KnownFault known, FaultedCall call)
    {
        var round = rounds[known, call];
        Assert.True(round.IsMet);
        var outcome = await round.OutcomeAsync(Ct);
        Assert.Equal("never: 0, once: 3, more than once: 0", outcome.Others.ToString());
        return outcome;
    }

    private static string Counted(KnownFault known) => known switch
    {
        { Meaning: not FaultMeaning.NotThisPerson } => "Not reachable: 1",
        { Name: "403 BotNotInConversationRoster" } => "Don't have the app: 1",
        _ => "Blocked RetroBot: 1",
    };

    private static bool TakesEffect(KnownFault known) => known.Fault is Fault.Answers { TakesEffect: true } or Fault.CutsTheConnection { TakesEffect: true };
}
