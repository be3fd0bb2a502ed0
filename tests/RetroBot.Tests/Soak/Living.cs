using Azure.Data.Tables;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>What happens to people between two steps: seldom enough that a team stays itself for some weeks.</summary>
internal sealed class Living(TeamsSimulator teams, Service service, SharedClock clock, Organisation organisation, SoakTables tables, Random random)
{
    private const int PeopleAtOnce = 16;

    public async Task DoAsync(CancellationToken ct)
    {
        var choices = new List<Func<CancellationToken, Task>>();
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
                    choices.Add(token => service.SayAsync(By(person).PersonalInstallation("add"), token));
                }
                else if (chance < 0.001) person.Person.HasBlockedTheBot = true;
                else if (chance < 0.002 && !person.Stopped) choices.Add(token => PauseAsync(person, token));
                else if (chance < 0.003) choices.Add(token => StopAsync(person, token));
                else if (chance < 0.03 && (person.Stopped || person.PausedUntil > Now)) choices.Add(token => StartAsync(person, token));
            }
        }
        await Parallel.ForEachAsync(choices, new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = ct }, async (choice, token) => await choice(token));
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
        while (!isKept(await tables.PreferenceAsync(person, ct)));
    }

    private ActivityComposer By(SoakPerson person) => new(teams, person.Person);

    private Instant Now => clock.Time.GetCurrentInstant();
}
