namespace RetroBot.Core.CheckIns;

/// <summary>
/// An answer as bytes, and back. One byte each: version, outcome, obligation, time, changes (one bit a change), confidence, tool (its place in the round's list);
/// the rest is zero, room for later questions. In the optional ones 0 is "none" and values count from 1.
/// </summary>
public static class AnswerCodec
{
    /// <summary>Bytes. Every answer has as many, so that size tells nothing.</summary>
    public const int Length = 128;

    private const byte Version = 1;

    private enum Field
    {
        Version,
        Outcome,
        Obligation,
        Time,
        Changes,
        Confidence,
        Tool,
        Rest,
    }

    /// <param name="tools">What the round offers, in its order.</param>
    /// <exception cref="ArgumentException">The answer names a tool that the round does not offer.</exception>
    public static byte[] Encode(Answer answer, IReadOnlyList<string> tools)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(tools);
        var bytes = new byte[Length];
        bytes[(int)Field.Version] = Version;
        bytes[(int)Field.Outcome] = (byte)answer.Outcome;
        bytes[(int)Field.Obligation] = answer.Obligation is { } obligation ? (byte)(obligation + 1) : (byte)0;
        if (answer is Answer.Full full)
        {
            bytes[(int)Field.Time] = (byte)(full.Time + 1);
            bytes[(int)Field.Changes] = (byte)full.Changes.Sum(change => 1 << (int)change);
            bytes[(int)Field.Confidence] = (byte)(full.Confidence + 1);
            bytes[(int)Field.Tool] = full.Tool is null ? (byte)0 : PlaceOf(full.Tool, tools);
        }

        return bytes;
    }

    /// <exception cref="AnswerFormatException">Not what <see cref="Encode"/> makes for a round with these tools.</exception>
    public static Answer Decode(ReadOnlySpan<byte> bytes, IReadOnlyList<string> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        if (bytes.Length != Length) throw new AnswerFormatException($"An answer has {Length} bytes.");
        if (bytes[(int)Field.Version] != Version) throw Refused(Field.Version);
        if (bytes[(int)Field.Rest..].ContainsAnyExcept((byte)0)) throw Refused(Field.Rest);

        var outcome = Defined<Outcome>(Field.Outcome, bytes[(int)Field.Outcome]);
        var obligation = Optional<Obligation>(bytes, Field.Obligation);
        if (!Answer.AsksMore(outcome))
        {
            for (var field = Field.Time; field < Field.Rest; field++)
            {
                if (bytes[(int)field] != 0) throw Refused(field);
            }

            return new Answer.Brief(outcome, obligation);
        }

        return new Answer.Full(
            outcome,
            Optional<TimeBand>(bytes, Field.Time) ?? throw Refused(Field.Time),
            Changes(bytes[(int)Field.Changes]),
            Optional<Confidence>(bytes, Field.Confidence) ?? throw Refused(Field.Confidence),
            Tool(bytes[(int)Field.Tool], tools),
            obligation);
    }

    private static byte PlaceOf(string tool, IReadOnlyList<string> tools)
    {
        for (var index = 0; index < tools.Count; index++)
        {
            if (string.Equals(tools[index], tool, StringComparison.Ordinal)) return checked((byte)(index + 1));
        }

        throw new ArgumentException("The answer names a tool that the round does not offer.", nameof(tool));
    }

    private static TValue Defined<TValue>(Field field, int value)
        where TValue : struct, Enum =>
        Enum.GetValues<TValue>() is var values && value < values.Length ? values[value] : throw Refused(field);

    private static TValue? Optional<TValue>(ReadOnlySpan<byte> bytes, Field field)
        where TValue : struct, Enum =>
        bytes[(int)field] is var value and not 0 ? Defined<TValue>(field, value - 1) : null;

    private static List<Change> Changes(byte bits)
    {
        if (bits == 0) throw Refused(Field.Changes);
        return [.. Enum.GetValues<Change>().Where(change => (bits & (1 << (int)change)) != 0)];
    }

    private static string? Tool(byte place, IReadOnlyList<string> tools)
    {
        if (place > tools.Count) throw Refused(Field.Tool);
        return place == 0 ? null : tools[place - 1];
    }

    private static AnswerFormatException Refused(Field field) => new($"Not an answer of version {Version}: {field}.");
}
