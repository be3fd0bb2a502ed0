using NodaTime;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Soak;

/// <summary>One round of one team as it has to come out, known without asking the service.</summary>
/// <param name="ToAsk">Who was in the team when it was sent, allowed it, and could be reached.</param>
/// <param name="OutOfReach">Who was and did, and had blocked RetroBot: what is sent to them is refused, and whoever dies before the refusal comes does not know it.</param>
internal sealed record SoakRound(SoakTeam Team, RoundName Name, Instant ClosesAt, IReadOnlyCollection<SoakPerson> ToAsk, IReadOnlyCollection<SoakPerson> OutOfReach)
{
    /// <summary>By what the simulator's record calls its cards.</summary>
    public string Card => CardOf(Team, Name.ToString());

    /// <summary>By what it calls those that are sent half-way.</summary>
    public string SecondCard => CardNames.SecondCheckIn(Team.Team.Id, Name.ToString());

    public static string CardOf(SoakTeam team, string name) => CardNames.CheckIn(team.Team.Id, name);

    /// <summary>Whether the ledger was read once its cards were out.</summary>
    public bool Looked { get; set; }

    /// <summary>Of whom the ledger says that it is unknown whether they have the card.</summary>
    public HashSet<SoakPerson> Unknown { get; } = [];

    /// <summary>What the service said that it has kept.</summary>
    public Dictionary<SoakPerson, Outcome> Answers { get; } = [];
}
