using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class KnownFaultsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<KnownFault> All => [.. KnownFaults.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_known_fault_is_answered_as_it_says_and_has_an_effect_only_if_it_says_so(KnownFault known)
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(known.Fault);

        var answer = await AnswerAsync(scene);

        var (expected, takesEffect) = known.Fault switch
        {
            Fault.Answers fault => ((fault.Status, fault.Body), fault.TakesEffect),
            Fault.CutsTheConnection fault => (default((int, string)?), fault.TakesEffect),
            _ => throw new InvalidOperationException("A known fault ends by itself."),
        };
        Assert.Equal(expected, answer);
        Assert.Equal(takesEffect ? 1 : 0, scene.Teams.Posts(scene.Blue.General).Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_fault_means_is_true_of_what_it_does(KnownFault known)
    {
        var takesEffect = known.Fault is Fault.Answers { TakesEffect: true } or Fault.CutsTheConnection { TakesEffect: true };

        Assert.True(known.Meaning == FaultMeaning.Unknown || takesEffect == (known.Meaning == FaultMeaning.Happened));
        Assert.Equal(takesEffect, known.Name.EndsWith(", delivered", StringComparison.Ordinal) || known.Name.EndsWith("after the effect", StringComparison.Ordinal));
    }

    /// <summary>The rows of the table in Teams' documentation, and the ends that only networks bring.</summary>
    [Theory]
    [InlineData(400, "Bad Argument")]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(429, "Throttled")]
    [InlineData(500, "ServiceError")]
    [InlineData(502, "")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "GatewayTimeout")]
    public void The_list_has_every_documented_row(int status, string code) =>
        Assert.Contains(KnownFaults.All, known => known.Fault is Fault.Answers fault && fault.Status == status && fault.Body.Contains(code, StringComparison.Ordinal));

    [Fact]
    public void An_unknown_outcome_is_in_the_list_both_delivered_and_not() => Assert.All(
        KnownFaults.All.Where(known => known.Meaning == FaultMeaning.Unknown).GroupBy(known => (known.Fault as Fault.Answers)?.Status),
        group => Assert.Equal(2, group.Select(known => known.Fault is Fault.Answers { TakesEffect: true } or Fault.CutsTheConnection { TakesEffect: true }).Distinct().Count()));

    [Fact]
    public void No_two_faults_have_one_name() => Assert.Distinct(KnownFaults.All.Select(known => known.Name), StringComparer.Ordinal);

    /// <returns>Null when there was none.</returns>
    private static async Task<(int, string)?> AnswerAsync(SimulatorScene scene)
    {
        try
        {
            var answer = await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);
            return ((int)answer.Status, answer.Text);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
