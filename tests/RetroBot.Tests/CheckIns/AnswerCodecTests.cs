using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.CheckIns;

public sealed class AnswerCodecTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    /// <summary>Every choice that can be made, so that the bytes below differ from an answer by one thing only.</summary>
    private static readonly Answer Everything = new Answer.Full(
        Outcome.CostTime, TimeBand.CannotTell, Enum.GetValues<Change>(), Confidence.Measured, SampleRounds.Tools[^1], Obligation.Completely);

    [Fact]
    public void An_answer_comes_back_as_it_was() => Prop.ForAll(SampleRounds.AnyAnswer.ToArbitrary(), answer =>
        AnswerCodec.Decode(AnswerCodec.Encode(answer, SampleRounds.Tools), SampleRounds.Tools).Equals(answer)).Check(Thousand);

    [Fact]
    public void Every_answer_has_the_same_length() => Prop.ForAll(SampleRounds.AnyAnswer.ToArbitrary(), answer =>
        AnswerCodec.Encode(answer, SampleRounds.Tools).Length == AnswerCodec.Length).Check(Thousand);

    [Fact]
    public void Bytes_are_refused_unless_they_are_just_what_an_answer_is_encoded_as() => Prop.ForAll(
        (from answer in SampleRounds.AnyAnswer from place in Gen.Choose(0, AnswerCodec.Length - 1) from value in Gen.Choose(0, 255) select (answer, place, value)).ToArbitrary(),
        changed =>
        {
            var bytes = AnswerCodec.Encode(changed.answer, SampleRounds.Tools);
            bytes[changed.place] = (byte)changed.value;
            try
            {
                return AnswerCodec.Encode(AnswerCodec.Decode(bytes, SampleRounds.Tools), SampleRounds.Tools).SequenceEqual(bytes);
            }
            catch (AnswerFormatException)
            {
                return true;
            }
        }).Check(Thousand.WithMaxTest(5000));

    [Theory]
    [InlineData(0, 0, "Version")]
    [InlineData(0, 2, "Version")]
    [InlineData(1, 6, "Outcome")]
    [InlineData(1, 3, "Time")]
    [InlineData(2, 6, "Obligation")]
    [InlineData(3, 0, "Time")]
    [InlineData(3, 8, "Time")]
    [InlineData(4, 0, "Changes")]
    [InlineData(5, 0, "Confidence")]
    [InlineData(5, 4, "Confidence")]
    [InlineData(6, 4, "Tool")]
    [InlineData(7, 1, "Rest")]
    [InlineData(127, 1, "Rest")]
    public void A_byte_that_no_answer_has_is_refused_by_the_name_of_its_field(int place, byte value, string field)
    {
        var bytes = AnswerCodec.Encode(Everything, SampleRounds.Tools);
        bytes[place] = value;

        var refused = Assert.Throws<AnswerFormatException>(() => AnswerCodec.Decode(bytes, SampleRounds.Tools));

        Assert.Equal($"Not an answer of version 1: {field}.", refused.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AnswerCodec.Length - 1)]
    [InlineData(AnswerCodec.Length + 1)]
    public void Bytes_of_another_length_are_refused(int length) =>
        Assert.Throws<AnswerFormatException>(() => AnswerCodec.Decode(new byte[length], SampleRounds.Tools));

    [Fact]
    public void A_tool_that_the_round_does_not_offer_is_refused() =>
        Assert.Throws<ArgumentException>(() => AnswerCodec.Encode(SampleRounds.Helped(tool: "Another"), SampleRounds.Tools));

    [Fact]
    public void Every_change_has_a_bit_of_its_own_in_one_byte() =>
        Assert.Equal(Enumerable.Range(0, 8), Enum.GetValues<Change>().Select(change => (int)change));
}
