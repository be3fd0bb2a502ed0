using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.CheckIns;

public sealed class TallyTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);
    private static readonly Arbitrary<List<Answer>> Answers = SampleRounds.OfSize(0, 40).ToArbitrary();

    [Fact]
    public void Every_option_is_counted_as_often_as_it_was_given() => Prop.ForAll(Answers, answers =>
    {
        var (tally, full) = (Tally.Of(answers), answers.OfType<Answer.Full>().ToList());
        return tally.Answered == answers.Count
            && tally.AskedMore == full.Count
            && Enum.GetValues<Outcome>().All(option => tally.Outcomes[option] == answers.Count(answer => answer.Outcome == option))
            && Enum.GetValues<TimeBand>().All(option => tally.Times[option] == full.Count(answer => answer.Time == option))
            && Enum.GetValues<Change>().All(option => tally.Changes[option] == full.Count(answer => answer.Changes.Contains(option)))
            && Enum.GetValues<Confidence>().All(option => tally.Confidences[option] == full.Count(answer => answer.Confidence == option))
            && Enum.GetValues<Obligation>().All(option => tally.Obligations[option] == answers.Count(answer => answer.Obligation == option))
            && SampleRounds.Tools.All(option => tally.Tools.GetValueOrDefault(option) == full.Count(answer => answer.Outcome == Outcome.Helped && string.Equals(answer.Tool, option, StringComparison.Ordinal)));
    }).Check(Thousand);

    [Fact]
    public void The_order_of_answers_leaves_no_trace() => Prop.ForAll(
        (from answers in SampleRounds.OfSize(0, 40) from shuffled in Gen.Shuffle(answers.ToArray()) select (answers, shuffled)).ToArbitrary(),
        of => Tally.Of(of.answers).Equals(Tally.Of(of.shuffled)) && string.Equals(Json(of.answers), Json(of.shuffled), StringComparison.Ordinal)).Check(Thousand);

    [Fact]
    public void Which_choices_were_made_together_leaves_no_trace()
    {
        Answer[] one = [Gave(TimeBand.LostTime, Confidence.Measured, "Copilot", Obligation.Completely), Gave(TimeBand.OverFourHours, Confidence.Guess, "Claude", Obligation.NotAtAll)];
        Answer[] other = [Gave(TimeBand.LostTime, Confidence.Guess, "Claude", Obligation.Completely), Gave(TimeBand.OverFourHours, Confidence.Measured, "Copilot", Obligation.NotAtAll)];

        Assert.Equal(Tally.Of(one), Tally.Of(other));
        Assert.Equal(Json(one), Json(other));

        static Answer Gave(TimeBand time, Confidence confidence, string tool, Obligation obligation) => new Answer.Full(Outcome.Helped, time, [Change.FewerErrors], confidence, tool, obligation);
    }

    [Fact]
    public void One_answer_that_differs_makes_another_tally() => Prop.ForAll(
        (from answers in SampleRounds.OfSize(0, 10) from one in SampleRounds.AnyAnswer from other in SampleRounds.AnyAnswer select (answers, one, other)).ToArbitrary(),
        of => Tally.Of([.. of.answers, of.one]).Equals(Tally.Of([.. of.answers, of.other])) == Json([of.one]).Equals(Json([of.other]), StringComparison.Ordinal)).Check(Thousand);

    [Fact]
    public void A_tally_is_the_same_after_a_trip_through_json() => Prop.ForAll(Answers, answers =>
        Tally.Of(answers).Equals(JsonSerializer.Deserialize<Tally>(Json(answers)))).Check(Thousand);

    [Theory]
    [InlineData("""{"Outcomes":{"Helped":-1}}""")]
    [InlineData("""{"Outcomes":{"Helped":1}}""")]
    [InlineData("""{"Outcomes":{"Helped":1},"Times":{"LostTime":1},"Confidences":{"Guess":1}}""")]
    [InlineData("""{"Outcomes":{"Helped":1},"Times":{"LostTime":1},"Confidences":{"Guess":1},"Changes":{"FewerErrors":2}}""")]
    [InlineData("""{"Outcomes":{"Helped":1},"Times":{"LostTime":1},"Changes":{"FewerErrors":1}}""")]
    [InlineData("""{"Outcomes":{"Helped":1},"Times":{"LostTime":2},"Confidences":{"Guess":1},"Changes":{"FewerErrors":1}}""")]
    [InlineData("""{"Outcomes":{"NotRelevant":1},"Times":{"LostTime":1}}""")]
    [InlineData("""{"Outcomes":{"NotRelevant":1},"Obligations":{"Mostly":2}}""")]
    [InlineData("""{"Outcomes":{"NotRelevant":1},"Tools":{"Copilot":1}}""")]
    [InlineData("""{"Outcomes":{"NotRelevant":1},"Tools":{"Copilot":1,"Claude":-1}}""")]
    public void What_no_answers_add_up_to_is_refused(string counts) => Assert.Throws<ArgumentException>(() => Parsed(counts));

    [Fact]
    public void What_answers_add_up_to_is_taken() =>
        Assert.Equal(
            Tally.Of([SampleRounds.Helped(TimeBand.LostTime, Change.FewerErrors, Confidence.Guess, "Copilot"), new Answer.Brief(Outcome.NotRelevant, Obligation.Mostly)]),
            Parsed("""{"Outcomes":{"Helped":1,"NotRelevant":1},"Times":{"LostTime":1},"Confidences":{"Guess":1},"Changes":{"FewerErrors":1},"Obligations":{"Mostly":1},"Tools":{"Copilot":1,"Claude":0}}"""));

    private static string Json(IEnumerable<Answer> answers) => JsonSerializer.Serialize(Tally.Of(answers));

    /// <param name="counts">What is left out is counted never.</param>
    private static Tally Parsed(string counts)
    {
        using var json = JsonDocument.Parse(counts);
        return new(Of<Outcome>("Outcomes"), Of<TimeBand>("Times"), Of<Change>("Changes"), Of<Confidence>("Confidences"), Of<Obligation>("Obligations"), Of<string>("Tools"));

        Dictionary<TOption, int> Of<TOption>(string question)
            where TOption : notnull =>
            json.RootElement.TryGetProperty(question, out var given) ? given.Deserialize<Dictionary<TOption, int>>()! : [];
    }
}
