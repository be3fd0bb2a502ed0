using Microsoft.Extensions.Logging.Abstractions;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class DemoTeammatesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_presses_the_cards_own_buttons_until_their_answer_is_complete()
    {
        await using var service = new FrontDoor(asksObligation: false);

        await AnswerAllAsync(service);

        Assert.Equal(DemoTenant.Teammates.Select(person => (person.User.Value, (string?)DemoTenant.Id.Value)), service.Pressed.Distinct());
        Assert.Equal(Expected<Answer.Brief>(), service.Brief.Select(outcome => outcome.ToString()), StringComparer.Ordinal);
        Assert.Equal(Expected<Answer.Full>(), service.Submissions.Select(submission => Words(Assert.IsType<CheckInSubmission.Full>(submission))), StringComparer.Ordinal);
    }

    [Fact]
    public async Task In_a_round_that_asks_how_obliged_people_feel_everybody_says_so()
    {
        await using var service = new FrontDoor(asksObligation: true);

        await AnswerAllAsync(service);

        Assert.Equal(DemoTenant.Teammates.Count, service.Submissions.Count(submission => submission is CheckInSubmission.Full or CheckInSubmission.Brief));
        Assert.Equal(DemoTenant.Teammates.Count, service.Submissions.Count);
        Assert.Equal(DemoTenant.Teammates.Select(person => $"{DemoAnswers.ObligationOf(person)}"), service.Submissions.Select(submission => $"{ObligationIn(submission)}"), StringComparer.Ordinal);
    }

    private static async Task AnswerAllAsync(FrontDoor service)
    {
        using var door = await service.OpenAsync(Ct);
        using var teammates = new DemoTeammates(new DemoInbox(), door, TimeProvider.System, NullLogger<DemoTeammates>.Instance);
        foreach (var person in DemoTenant.Teammates) await teammates.AnswerAsync(new ReceivedCheckIn(person, DemoRounds.Invitation()), Ct);
    }

    private static ObligationChoice? ObligationIn(CheckInSubmission submission) => submission switch
    {
        CheckInSubmission.Full full => full.Obligation,
        CheckInSubmission.Brief brief => brief.Obligation,
        _ => null,
    };

    private static IEnumerable<string> Expected<TAnswer>()
        where TAnswer : Answer =>
        DemoTenant.Teammates.Select(DemoAnswers.Of).OfType<TAnswer>().Select(answer =>
            answer is Answer.Full full ? $"{full.Outcome} {full.Time} {string.Join('+', full.Changes)} {full.Confidence}" : answer.Outcome.ToString());

    private static string Words(CheckInSubmission.Full full) => $"{full.Outcome} {full.Time} {string.Join('+', full.Changes)} {full.Confidence}";
}
