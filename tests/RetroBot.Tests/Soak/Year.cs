using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>Takes an organisation through its weeks. Time stands still for people while the service does what is due; then something happens to them, and time goes on to the next.</summary>
internal sealed class Year(TeamsSimulator teams, Service service, SharedClock clock, Organisation organisation, Reconciliation books, TableServiceClient storage, string prefix, Random random)
{
    /// <summary>What is due within it is done together.</summary>
    private static readonly Duration Step = Duration.FromHours(2);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>While something happens time goes so much faster, so that the pace that Teams allows costs no hours.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(500);

    /// <summary>So many looks without anything happening, and everybody who waits for a time waits no longer.</summary>
    private const int Quiet = 8;

    /// <summary>Longer than any instance waits for anything but a round's own times.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(65);

    /// <summary>Looks until something must have gone wrong.</summary>
    private const int Patience = 12_000;

    private const int PeopleAtOnce = 8;

    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "underFifteenMinutes", ["changes"] = "lessTedious", ["confidence"] = "guess" };
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private readonly List<SoakRound> all = [];
    private readonly List<SoakRound> open = [];

    private Instant Now => clock.Time.GetCurrentInstant();

    public async Task InstallAsync(CancellationToken ct)
    {
        foreach (var team in organisation.All)
        {
            team.Team.HasTheBot = true;
            var lead = By(team.Lead);
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
        await RestAsync(ct);
    }

    public async Task WeekAsync(CancellationToken ct)
    {
        for (var end = Now + Duration.FromDays(7); Now < end;)
        {
            await ToNextStepAsync(ct);
            await RestAsync(ct);
            await LookAtOpenedAsync(ct);
            await LookAtClosedAsync(ct);
            await AnswerAsync(ct);
            await LiveAsync(ct);
        }
    }

    /// <summary>Compares every card that anybody has, from the first round to the last.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        foreach (var round in all) books.Delivered(round);
        var held = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in Table(Keys.Rounds).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {Keys.Round}"), select: ["PartitionKey"], cancellationToken: ct)) held.Add(row.PartitionKey);
        var due = all.Select(round => PartitionOf(round)).ToHashSet(StringComparer.Ordinal);
        if (!held.SetEquals(due)) books.Differ($"{held.Except(due, StringComparer.Ordinal).Count()} rounds were held that were not due, {due.Except(held, StringComparer.Ordinal).Count()} were due and not held");
        var notices = organisation.All.Sum(team => teams.Record.StandingIn(team.Team.General).GetValueOrDefault(CardNames.Notice));
        if (notices > service.Kills) books.Differ($"{notices} notices stand beside a digest, and {service.Kills} processes died");
    }

    /// <summary>The people who are to be asked are those of the moment at which time has come to a round.</summary>
    private async Task ToNextStepAsync(CancellationToken ct)
    {
        var due = organisation.All.Select(team => team.OpensAt).Concat(open.Select(round => round.ClosesAt)).Min();
        var ticks = (Instant.Max(due, Now) - NodaConstants.UnixEpoch).TotalTicks;
        var at = NodaConstants.UnixEpoch + Duration.FromTicks((Math.Floor(ticks / Step.TotalTicks) + 1) * Step.TotalTicks);
        foreach (var team in organisation.All.Where(team => team.OpensAt <= at))
        {
            var round = new SoakRound(team, team.NextName, team.ClosesAt, [.. team.Members.Where(person => person.IsToBeAskedAt(at))]);
            team.Round = round;
            team.Pass();
            all.Add(round);
            open.Add(round);
        }
        await clock.AdvanceAsync((at - Now).ToTimeSpan() + TimeSpan.FromSeconds(1), ct);
    }

    /// <summary>Waits until nothing is due, and nothing is being sent.</summary>
    /// <exception cref="TimeoutException">It never came to that.</exception>
    private async Task RestAsync(CancellationToken ct)
    {
        using var look = new PeriodicTimer(Look, TimeProvider.System);
        var (happened, quiet) = (-1, 0);
        for (var looks = 0; !await IsAtRestAsync(ct); looks++)
        {
            if (looks > Patience) throw new TimeoutException($"There was always something left to do. {service}");
            await service.CheckAsync();
            await look.WaitForNextTickAsync(ct);
            quiet = service.Happenings == happened && service.AllRun ? quiet + 1 : 0;
            happened = service.Happenings;
            await clock.AdvanceAsync(quiet == Quiet ? Jump : Busy, ct);
            if (quiet == Quiet) quiet = 0;
        }
    }

    private async Task<bool> IsAtRestAsync(CancellationToken ct)
    {
        var soon = $"d|{(Now + Duration.FromSeconds(61)).ToString("uuuu-MM-dd'T'HH:mm:ss", formatProvider: null)}";
        return service.AllRun
            && await IsEmptyAsync(Keys.Teams, TableClient.CreateQueryFilter($"RowKey ge {"d|"} and RowKey lt {soon}"), ct)
            && await IsEmptyAsync("senders", filter: null, ct);
    }

    private async Task<bool> IsEmptyAsync(string table, string? filter, CancellationToken ct)
    {
        try
        {
            return !await Table(table).QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: ct).AnyAsync(ct);
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return true;
        }
    }

    private async Task LookAtOpenedAsync(CancellationToken ct)
    {
        foreach (var round in open)
        {
            if (round.ClosesAt <= Now) continue;
            var partition = PartitionOf(round);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"l|"} and RowKey lt {"l}"} and State eq {nameof(DeliveryState.Unknown)}");
            if (round.Looked) continue;
            round.Looked = true;
            await foreach (var line in Table(Keys.Rounds).QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: ct))
                if (round.Team.Members.Find(person => line.RowKey == $"l|{person.Person.ObjectId}") is { } person) round.Unknown.Add(person);
        }
    }

    private async Task LookAtClosedAsync(CancellationToken ct)
    {
        foreach (var round in open.Where(round => round.ClosesAt <= Now).ToList())
        {
            open.Remove(round);
            var rows = await Table(Keys.Rounds).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(round)}"), cancellationToken: ct).ToListAsync(ct);
            var row = rows.Find(row => row.RowKey == Keys.Round);
            books.Closed(round, row?.GetString("Tally"), row?.GetString("Digest"), rows.Count - 1 + (row?.ContainsKey("WrappedKey") == true ? 1 : 0));
        }
    }

    /// <summary>Of those who have the card of an open round, some answer, some change their answer, some delete it.</summary>
    private async Task AnswerAsync(CancellationToken ct)
    {
        var presses = new List<(SoakRound Round, SoakPerson Person, Outcome? Gives)>();
        foreach (var round in open)
            foreach (var person in round.ToAsk)
            {
                var chance = random.NextDouble();
                if (person.Person.HasBlockedTheBot || !round.Team.Members.Contains(person)) continue;
                if (round.Answers.ContainsKey(person) ? chance < 0.02 : chance < 0.1) presses.Add((round, person, (Outcome)random.Next(Enum.GetValues<Outcome>().Length)));
                else if (chance > 0.99 && round.Answers.ContainsKey(person)) presses.Add((round, person, null));
            }
        await Parallel.ForEachAsync(presses, new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = ct }, async (press, token) => await PressAsync(press.Round, press.Person, press.Gives, token));
    }

    private async Task PressAsync(SoakRound round, SoakPerson person, Outcome? gives, CancellationToken ct)
    {
        if (teams.Inbox(person.Person).LastOrDefault(received => CardNames.Of(received) == round.Card) is not { Card: { } card } on) return;
        if (gives is not { } outcome)
        {
            var deleted = await service.SayAsync(By(person).CardInvoke(on, title: null, AnswerDeletedCard.Verb, TicketOn(card)), ct);
            if (Shows(deleted, CheckInCard.OpenVerb)) lock (books) round.Answers.Remove(person);
            else lock (books) books.Differ($"{round.Team.Team.Name} {round.Name}: a deletion was answered {(int)deleted.Status}");
            return;
        }

        var answer = await service.SayAsync(By(person).CardInvoke(on, title: null, CheckInCard.Verb, World.OutcomeOn(card, JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()))), ct);
        if (answer.Card is { } more && Shows(answer, CheckInDetailsCard.Verb))
            answer = await service.SayAsync(By(person).CardInvoke(on, title: null, CheckInDetailsCard.Verb, CardAction.Find(more, CheckInDetailsCard.Verb).DataWith(Answer.AsksMore(outcome) ? Details : Nothing)), ct);
        if (Shows(answer, AnswerDeletedCard.Verb)) lock (books) round.Answers[person] = outcome;
        else lock (books) books.Differ($"{round.Team.Team.Name} {round.Name}: an answer was answered {(int)answer.Status} {answer.Text}");
    }

    /// <summary>What happens to people between two steps: seldom enough that a team stays itself for some weeks.</summary>
    private async Task LiveAsync(CancellationToken ct)
    {
        foreach (var team in organisation.All)
        {
            if (random.NextDouble() < 0.02) organisation.Join(team);
            if (random.NextDouble() < 0.02) organisation.Leave(team);
            foreach (var person in team.Members)
            {
                var chance = random.NextDouble();
                if (person.Person.HasBlockedTheBot)
                {
                    if (chance > 0.02) continue;
                    person.Person.HasBlockedTheBot = false;
                    await service.SayAsync(By(person).PersonalInstallation("add"), ct);
                }
                else if (chance < 0.001) person.Person.HasBlockedTheBot = true;
                else if (chance < 0.002 && !person.Stopped) await PauseAsync(person, ct);
                else if (chance < 0.003) await StopAsync(person, ct);
                else if (chance < 0.03 && (person.Stopped || person.PausedUntil > Now)) await StartAsync(person, ct);
            }
        }
    }

    private async Task PauseAsync(SoakPerson person, CancellationToken ct)
    {
        await ChooseAsync(person, "pause", kept => kept?.ContainsKey("PausedUntil") == true, ct);
        // Asked again from the day on that the card names, which begins first where clocks are fourteen hours ahead.
        person.PausedUntil = Now.Plus(Duration.FromDays(28)).InUtc().Date.AtMidnight().WithOffset(Offset.FromHours(14)).ToInstant();
    }

    private async Task StopAsync(SoakPerson person, CancellationToken ct)
    {
        await ChooseAsync(person, "stop", kept => kept?.GetBoolean("Stopped") == true, ct);
        (person.Stopped, person.PausedUntil) = (true, Instant.MinValue);
    }

    private async Task StartAsync(SoakPerson person, CancellationToken ct)
    {
        await ChooseAsync(person, "start", kept => kept is null || (kept.GetBoolean("Stopped") != true && !kept.ContainsKey("PausedUntil")), ct);
        (person.Stopped, person.PausedUntil) = (false, Instant.MinValue);
    }

    /// <summary>Where storage was too slow for it, they are asked to say it again.</summary>
    private async Task ChooseAsync(SoakPerson person, string words, Func<TableEntity?, bool> isKept, CancellationToken ct)
    {
        do await service.SayAsync(By(person).PersonalMessage(words), ct);
        while (!isKept(await PreferenceAsync(person, ct)));
    }

    private async Task<TableEntity?> PreferenceAsync(SoakPerson person, CancellationToken ct)
    {
        try
        {
            var found = await Table(Keys.Preferences).GetEntityIfExistsAsync<TableEntity>(person.Person.Tenant.Id.ToString(), person.Person.ObjectId.ToString(), cancellationToken: ct);
            return found.HasValue ? found.Value : null;
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private ActivityComposer By(SoakPerson person) => new(teams, person.Person);

    private TableClient Table(string name) => storage.GetTableClient(prefix + name);

    private static string PartitionOf(SoakRound round) => Keys.PartitionOf(new RoundId(new TeamId(new(round.Team.Team.Tenant.Id.ToString()), round.Team.Team.Id), round.Name));

    private static bool Shows(BotAnswer answer, string verb) =>
        answer is { Status: System.Net.HttpStatusCode.OK, Card: { } card } && CardAction.AllOn(card).Any(action => action.Verb == verb);

    private static JsonObject TicketOn(JsonElement card)
    {
        var data = CardAction.AllOn(card).First(action => action.Verb == CheckInCard.Verb).Data;
        return new JsonObject { ["team"] = data.GetProperty("team").GetString(), ["round"] = data.GetProperty("round").GetString(), ["ticket"] = data.GetProperty("ticket").GetString() };
    }
}
