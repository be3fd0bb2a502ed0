using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Simulation;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>An organisation with its teams, and a program owner who takes every choice of digests away from the total.</summary>
internal sealed class Organisation(World world)
{
    private const string Helped = "outcome.helped";

    public SimulatedTenant Tenant { get; } = world.Teams.AddTenant();

    private TenantId Id => new(Tenant.Id.ToString());

    private ITeamStore Teams => world.Bot.Services.GetRequiredService<ITeamStore>();

    private IRoundStore Rounds => world.Bot.Services.GetRequiredService<IRoundStore>();

    /// <summary>Closed rounds of a team, week by week, as the service would have stored them.</summary>
    public async Task HoldAsync(string name, IEnumerable<IEnumerable<Answer>> weeks, CancellationToken ct)
    {
        var team = new TeamId(Id, name);
        await Teams.AddAsync(Samples.Team(team), ct);
        foreach (var round in SampleOrganisations.Rounds(name, SampleRounds.Five, weeks))
            await Rounds.OpenAsync(round with { Id = round.Id with { Team = team }, State = RoundState.Published }, ct);
    }

    /// <summary>How many of those whom AI helped are left of the total, for every choice of digests that is taken away from it.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> LeftAsync(CancellationToken ct)
    {
        var rounds = await Teams.OfTenantAsync(Id, ct).SelectMany(team => Rounds.BetweenAsync(team.Value.Id, new RoundName(2000, 1), new RoundName(9000, 1), ct)).ToListAsync(ct);
        var digests = rounds.Select(round => (round.Tally!.Answered, Share: round.Digest!.Sections.SelectMany(section => section.Shares ?? []).FirstOrDefault(share => share.Key == Helped)))
            .Where(digest => digest.Share is not null).Select(digest => Part(digest.Share!.Percent, digest.Answered)).Order().ToList();
        var left = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var share in Shares(await new OwnersView(world, Tenant).FiguresAsync(ct)))
        {
            var total = Part(share, rounds.Sum(round => round.Tally!.Answered));
            for (var choice = 0; choice < 1 << digests.Count; choice++)
            {
                var taken = digests.Where((_, index) => (choice & (1 << index)) != 0).ToList();
                left.TryAdd($"minus {taken.Count} of {digests.Count} digests (choice {choice})", total - taken.Sum());
            }
        }
        return left;
    }

    private static IEnumerable<int> Shares(JsonElement report) =>
        from quarter in report.GetProperty("quarters").EnumerateArray()
        from figure in quarter.GetProperty("figures").EnumerateArray()
        where figure.GetProperty("shares").ValueKind == JsonValueKind.Array
        from share in figure.GetProperty("shares").EnumerateArray()
        where share.GetProperty("part").ValueEquals(Helped)
        select share.GetProperty("percent").GetInt32();

    private static decimal Part(int percent, int answers) => percent * answers / 100m;
}
