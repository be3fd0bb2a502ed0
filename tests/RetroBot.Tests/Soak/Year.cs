using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>Takes an organisation through its weeks. Time stands still for people while the service does what is due; then something happens to them, and time goes on to the next.</summary>
internal sealed class Year(
    TeamsSimulator teams, Service service, SharedClock clock, Organisation organisation, Reconciliation books, SoakTables tables, Answering answering, Living living, Standstill standstill)
{
    private const int AtOnce = 8;

    /// <summary>What is due within it is done together: no round waits so long that it is not caught up with, and a day has four moments at which something happens to people.</summary>
    private static readonly Duration Step = RoundSchedule.CatchUp / 2;

    private readonly List<SoakRound> all = [];
    private readonly List<SoakRound> open = [];
    private int deaths;

    private Instant Now => clock.Time.GetCurrentInstant();

    /// <summary>When the next round opens or closes.</summary>
    private Instant NextDue => organisation.All.Select(team => team.OpensAt).Concat(open.Select(round => round.ClosesAt).Where(closes => closes > Now)).Min();

    public async Task InstallAsync(CancellationToken ct)
    {
        await Parallel.ForEachAsync(organisation.All, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (team, token) => await InstallAsync(team, token));
        await standstill.WaitAsync(before: NextDue, ct);
    }

    public async Task WeekAsync(CancellationToken ct)
    {
        for (var end = Now + Duration.FromDays(7); Now < end;)
        {
            await ToNextStepAsync(ct);
            await standstill.WaitAsync(before: NextDue, ct);
            await LookAtOpenedAsync(ct);
            await LookAtClosedAsync(ct);
            await answering.DoAsync(open, ct);
            await living.DoAsync(ct);
        }
    }

    /// <summary>Compares every card that anybody has, from the first round to the last.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        foreach (var round in all) books.Delivered(round);
        var (held, due) = (await tables.HeldAsync(ct), all.Select(SoakTables.PartitionOf).ToHashSet(StringComparer.Ordinal));
        if (!held.SetEquals(due)) books.Differ($"{held.Except(due, StringComparer.Ordinal).Count()} rounds were held that were not due, {due.Except(held, StringComparer.Ordinal).Count()} were due and not held");
        var notices = organisation.All.Sum(team => teams.Record.StandingIn(team.Team.General).GetValueOrDefault(CardNames.Notice));
        if (notices > service.Kills) books.Differ($"{notices} notices stand beside a digest, and {service.Kills} processes died");
    }

    private async Task InstallAsync(SoakTeam team, CancellationToken ct)
    {
        team.Team.HasTheBot = true;
        var lead = new ActivityComposer(teams, team.Lead.Person);
        await service.SayAsync(lead.InstallationInTeam(team.Team, "add"), ct);
        await service.SayAsync(lead.BotAddedToTeam(team.Team), ct);
        await service.SayAsync(lead.ChannelMessage(team.Team.General, "setup", mention: true), ct);
        var form = teams.Posts(team.Team.General).Last(post => post.Card?.GetRawText().Contains(SetupCard.Verb, StringComparison.Ordinal) == true);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["day"] = JsonNamingPolicy.CamelCase.ConvertName(team.Day.ToString()), ["time"] = team.Time.ToString("HH:mm", formatProvider: null), ["zone"] = team.ZoneId, ["openDays"] = $"{team.OpenDays}",
        };
        await service.SayAsync(lead.CardInvoke(form, title: null, SetupCard.Verb, CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith(typed)), ct);
        team.BeginAt(Now);
    }

    /// <summary>The people who are to be asked are those of the moment at which time has come to a round.</summary>
    private async Task ToNextStepAsync(CancellationToken ct)
    {
        var ticks = (Instant.Max(NextDue, Now) - NodaConstants.UnixEpoch).TotalTicks;
        var at = NodaConstants.UnixEpoch + Duration.FromTicks((Math.Floor(ticks / Step.TotalTicks) + 1) * Step.TotalTicks);
        foreach (var team in organisation.All.Where(team => team.OpensAt <= at))
        {
            var allowing = team.Members.Where(person => person.AllowsAskingAt(at)).ToLookup(person => person.Person.HasBlockedTheBot);
            var round = new SoakRound(team, team.NextName, team.ClosesAt, [.. allowing[false]], [.. allowing[true]]);
            team.Pass();
            all.Add(round);
            open.Add(round);
        }
        await clock.AdvanceAsync((at - Now).ToTimeSpan() + TimeSpan.FromSeconds(1), ct);
    }

    private async Task LookAtOpenedAsync(CancellationToken ct)
    {
        var opened = open.Where(round => round.ClosesAt > Now && !round.Looked).ToList();
        await Parallel.ForEachAsync(opened, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (round, token) =>
        {
            var unknown = await tables.UnknownAsync(round, token);
            if (unknown.Count > 0) round.Unknown.UnionWith(round.Team.Members.Where(person => unknown.Contains($"l|{person.Person.ObjectId}")));
            round.Looked = true;
        });
        var until = service.Kills;
        books.Sent(opened, until - deaths);
        deaths = until;
    }

    private async Task LookAtClosedAsync(CancellationToken ct)
    {
        var closed = open.Where(round => round.ClosesAt <= Now).ToList();
        open.RemoveAll(closed.Contains);
        await Parallel.ForEachAsync(closed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (round, token) =>
        {
            var rows = await tables.OfAsync(round, token);
            var row = rows.Find(row => row.RowKey == Keys.Round);
            lock (books) books.Closed(round, row?.GetString("Tally"), row?.GetString("Digest"), rows.Count - 1 + (row?.ContainsKey("WrappedKey") == true ? 1 : 0));
        });
    }
}
