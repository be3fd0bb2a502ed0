using System.Globalization;
using System.Text.Json;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Judging;

namespace RetroBot.Tests.Soak;

/// <summary>Compares what came about with what had to.</summary>
internal sealed class Reconciliation(DeliveryRecord record)
{
    private readonly Dictionary<string, int> counted = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences => differences;

    public int Rounds { get; private set; }

    public int Asked { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int Unknown { get; private set; }

    public int Answers { get; private set; }

    /// <summary>A round was closed: its counts are those of the answers that the service said it had kept, and its digest stands once.</summary>
    /// <param name="tally">As it lies in storage; null where there is none.</param>
    /// <param name="digest">As it lies in storage; null where there is none.</param>
    /// <param name="leftovers">Rows that had to be deleted with it.</param>
    public void Closed(SoakRound round, string? tally, string? digest, int leftovers)
    {
        var what = $"{round.Team.Team.Name} {round.Name}";
        counted[round.Card] = round.Answers.Count;
        Answers += round.Answers.Count;
        if (leftovers > 0) Differ($"{what}: {leftovers} rows are left of what had to be deleted");
        if (tally is null || digest is null)
        {
            Differ($"{what}: was not closed");
            return;
        }

        var outcomes = JsonSerializer.Deserialize<Tally>(tally)!.Outcomes;
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var given = round.Answers.Values.Count(answer => answer == outcome);
            if (outcomes[outcome] != given) Differ($"{what}: {outcomes[outcome]} × {outcome} counted, {given} given");
        }

        var told = JsonSerializer.Deserialize<Digest>(digest)!;
        // Numbers that stand rest on the answers of the round that they are of.
        var basis = told.AsIn is { } earlier ? counted[SoakRound.CardOf(round.Team, earlier)] : round.Answers.Count;
        var threshold = new Threshold(told.Threshold);
        var band = threshold.Allows(round.Answers.Count) && threshold.Allows(basis) ? GroupBand.Of(basis, threshold) : null;
        if (told.Answered != band) Differ($"{what}: the digest says {told.Answered}, {basis} answered");
        if (record.StandingIn(round.Team.Team.General).GetValueOrDefault(CardNames.Digest(round.Name.ToString())) != 1) Differ($"{what}: its digest does not stand in the channel once");
    }

    /// <summary>Whoever was in a team, allowed it and could be reached when a round was sent has its card once; nobody else has it. Half-way, a second one came only to who may not have got the first.</summary>
    public void Delivered(SoakRound round)
    {
        var what = $"{round.Team.Team.Name} {round.Name}";
        var certain = record.Of(round.Card, round.ToAsk.Except(round.Unknown).Select(person => person.Person));
        var unknown = record.Of(round.Card, round.Unknown.Select(person => person.Person));
        var second = record.Of(round.SecondCard, round.Unknown.Select(person => person.Person));
        var doubled = certain.MoreThanOnce.Count + unknown.MoreThanOnce.Count;
        (Rounds, Asked, Lost, Doubled, Unknown) = (Rounds + 1, Asked + round.ToAsk.Count, Lost + certain.Never.Count, Doubled + doubled, Unknown + round.Unknown.Count);
        if (certain.Never.Count + doubled > 0) Differ($"{what}: {certain}; of those who may not have it {unknown}");
        if (round.Unknown.Except(round.ToAsk).Except(round.OutOfReach).Any()) Differ($"{what}: somebody's send is unknown who was not to be asked");

        var toThem = certain.Once.Count + unknown.Once.Count;
        if (doubled == 0 && record.Total(round.Card) != toThem) Differ($"{what}: {record.Total(round.Card)} cards, {toThem} of them to those who were to be asked");
        if (second.MoreThanOnce.Count > 0 || record.Total(round.SecondCard) != second.Once.Count) Differ($"{what}: {record.Total(round.SecondCard)} second cards; of those who may not have the first {second}");
    }

    /// <summary>Each death leaves at most the sends of a tenant unknown that were under way at once.</summary>
    /// <param name="rounds">Whose cards went out since the last time.</param>
    /// <param name="deaths">Since the last time.</param>
    public void Sent(IEnumerable<SoakRound> rounds, int deaths)
    {
        foreach (var tenant in rounds.GroupBy(round => round.Team.Team.Tenant))
            if (tenant.Sum(round => round.Unknown.Count) is var unknown && unknown > deaths * LineSender.AtOnce)
                Differ($"{tenant.Key.Id}: {unknown} sends are unknown of {tenant.Count()} rounds, and {deaths} processes died");
    }

    public void Differ(string how) => differences.Add(how);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Rounds} rounds, {Asked} people asked: lost {Lost}, doubled {Doubled}, unknown {Unknown}; {Answers} answers; {differences.Count} differences");
}
