namespace RetroBot.Core.Rounds;

public sealed record RoundId(TeamId Team, RoundName Name)
{
    public override string ToString() => $"{Team}/{Name}";
}
