namespace RetroBot.Cards;

/// <summary>Which team's and round's card this is, and the proof that RetroBot sent it to the person who presses a button. Opaque here; checked by the receiver.</summary>
public sealed record Ticket(string Team, string Round, string Code)
{
    private const int LongestPart = 400;

    /// <returns>Null when a part is missing, of the wrong kind or too long.</returns>
    public static Ticket? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (data.Text("team", LongestPart), data.Text("round", LongestPart), data.Text("ticket", LongestPart)) is
            (Field<string>.Given(var team), Field<string>.Given(var round), Field<string>.Given(var code)) ? new Ticket(team, round, code) : null;
    }

    /// <summary>What every button of the card carries, with the button's own values.</summary>
    internal Dictionary<string, string> Data(params ReadOnlySpan<(string Name, string Value)> own)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = Team, ["round"] = Round, ["ticket"] = Code };
        foreach (var (name, value) in own) data.Add(name, value);
        return data;
    }
}
