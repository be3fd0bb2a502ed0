using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>What only the service itself knows of a team's round: with it, a test sees what an attack has won, and that it would see what it looks for.</summary>
internal static class RoundsOf
{
    /// <summary>The round of the current week.</summary>
    public static RoundId RoundId(this World team) => new(TeamIdOf(team), RoundName.Of(team.Time.GetUtcNow().ToInstant().InUtc().Date));

    public static Task<Round> RoundAsync(this World team, CancellationToken ct) => team.RoundAsync(team.RoundId(), ct);

    public static async Task<Round> RoundAsync(this World team, RoundId round, CancellationToken ct) =>
        (await team.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(round, ct))!.Value;

    /// <summary>The round that the team's row names, whatever the day.</summary>
    public static async Task<Round> RoundOfLatestAsync(this World team, CancellationToken ct) =>
        await team.RoundAsync(new RoundId(TeamIdOf(team), (await team.Bot.Services.GetRequiredService<ITeamStore>().FindAsync(TeamIdOf(team), ct))!.Value.Latest!.Name), ct);

    public static async Task<RoundKey> KeyOfOpenRoundAsync(this World team, CancellationToken ct) =>
        await team.Bot.Services.GetRequiredService<RoundKeys>().UnwrapAsync(team.RoundId(), (await team.RoundAsync(ct)).Key!, ct);

    /// <summary>The key under which the voters of the team's only case study have their codes.</summary>
    public static async Task<byte[]> KeyOfOnlyStoryAsync(this World team, CancellationToken ct)
    {
        var study = (await team.Bot.Services.GetRequiredService<ICaseStudyStore>().OfAsync(TeamIdOf(team), ct).SingleAsync(ct)).Value;
        using var key = await team.Bot.Services.GetRequiredService<KeyWrapping>().UnwrapAsync($"votes|{study.Id.Team.Tenant}|{study.Id.Team}|{study.Id}", study.VoteKey!, ct);
        return key.Use(bytes => bytes.ToArray());
    }

    private static TeamId TeamIdOf(World team) => new(new TenantId(team.Team.Tenant.Id.ToString()), team.Team.Id);
}
