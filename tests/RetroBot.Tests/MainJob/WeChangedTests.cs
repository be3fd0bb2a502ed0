using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A lead says what the team changed, and the next digest says it to everybody.</summary>
public sealed class WeChangedTests(StorageEmulator emulator)
{
    private const string Report = "The Monday report takes five lines now.";
    private const string Meetings = "No summaries for short meetings.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_lead_says_stands_in_the_next_digest_however_few_answered_and_in_no_later_one()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);

        await SayAsync(world, $"We Changed: {Report}");
        Assert.Contains(Report, Latest(world), StringComparison.Ordinal);
        await world.CloseAsync(Ct);
        var first = Latest(world);
        Assert.Null(await KeptAsync(world));
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        Assert.Contains($"You said → we changed\n{Report}", first, StringComparison.Ordinal);
        Assert.Contains("Too few people answered", first, StringComparison.Ordinal);
        Assert.Contains("Too few people answered", Latest(world), StringComparison.Ordinal);
        Assert.DoesNotContain("we changed", Latest(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_again_it_takes_the_place_of_what_was_said_before()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);

        await SayAsync(world, $"we changed {Report}");
        await SayAsync(world, $"we changed {Meetings}");
        await world.CloseAsync(Ct);

        Assert.Contains(Meetings, Latest(world), StringComparison.Ordinal);
        Assert.DoesNotContain(Report, Latest(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_addresses_and_what_nobody_sees_are_taken_out_and_the_reply_shows_what_the_digest_will()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var colleague = world.Team.AddPerson("Chidi Okafor").Name;

        await SayAsync(world, $"we changed\n\u202Ethe\u200B plan: {colleague} no longer\r\nasks ana@contoso.com &amp; <at>{colleague}</at> for &lt;b&gt;notes&lt;/b&gt;");
        var reply = Latest(world);
        var kept = await KeptAsync(world);
        await world.CloseAsync(Ct);

        Assert.Contains("the plan: […] no longer asks […] & […] for <b>notes</b>", kept, StringComparison.Ordinal);
        Assert.Contains("marked […]", reply, StringComparison.Ordinal);
        foreach (var text in (string[])[reply, Latest(world)])
        {
            Assert.Contains("the plan: […] no longer asks […] & […] for", text.Replace("\\[…\\]", "[…]", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(colleague, text, StringComparison.Ordinal);
            Assert.DoesNotContain("contoso", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("we changed", "Write it behind the command")]
    [InlineData("we changed: …", "Write it behind the command")]
    [InlineData("we changed \u200B\u202E", "Write it behind the command")]
    [InlineData("we changed <at>Member 2</at>", "Write it behind the command")]
    [InlineData("we changed {300 letters}", "Noted for the next digest")]
    [InlineData("we changed {301 letters}", "too long")]
    public async Task Nothing_and_too_much_are_answered_with_how_it_is_said(string said, string answer)
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct);
        await world.InstallAsync(Ct);

        await SayAsync(world, said.Replace("{300 letters}", new string('x', 300), StringComparison.Ordinal).Replace("{301 letters}", new string('x', 301), StringComparison.Ordinal));

        Assert.Contains(answer, Latest(world), StringComparison.Ordinal);
        Assert.Equal(said.Contains("300", StringComparison.Ordinal), await KeptAsync(world) is not null);
    }

    [Fact]
    public async Task Nobody_but_a_lead_says_what_changed()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, $"we changed {Report}", ct: Ct);

        Assert.Contains("Only a lead", Latest(world), StringComparison.Ordinal);
        Assert.Null(await KeptAsync(world));
    }

    [Fact]
    public async Task Killed_between_the_round_s_row_and_the_team_s_it_is_said_once_and_forgotten_by_whoever_comes_next()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await SayAsync(world, $"we changed {Report}");

        await SealAloneAsync(world);
        Assert.NotNull(await KeptAsync(world));
        await world.Bot.WorkAsync(Ct);

        Assert.Contains(Report, Latest(world), StringComparison.Ordinal);
        Assert.Null(await KeptAsync(world));
    }

    [Fact]
    public async Task What_is_said_after_the_digest_was_fixed_waits_for_the_next_one_even_in_the_same_words()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await SayAsync(world, $"we changed {Report}");
        await SealAloneAsync(world);

        await SayAsync(world, $"we changed {Report}");
        await world.Bot.WorkAsync(Ct);
        Assert.NotNull(await KeptAsync(world));
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        Assert.Equal(2, world.Teams.Posts(world.Team.General).Count(post => CardText.Of(post.Card) is var text && text.Contains(Report, StringComparison.Ordinal) && text.Contains("Where AI helped", StringComparison.Ordinal)));
        Assert.Null(await KeptAsync(world));
    }

    private static Task<BotAnswer> SayAsync(World world, string text) => world.Lead.SayInChannelAsync(world.Team.General, text, ct: Ct);

    private static string Latest(World world) => CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);

    /// <summary>What lies with the team, unescaped; null for nothing.</summary>
    private static async Task<string?> KeptAsync(World world) => (await TeamAsync(world)).Value.Changed?.Text;

    private static async Task<Versioned<Team>> TeamAsync(World world) =>
        (await world.Bot.Services.GetRequiredService<ITeamStore>().FindAsync(new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id), Ct))!;

    /// <summary>A process that seals the round, and is no more.</summary>
    private static async Task SealAloneAsync(World world)
    {
        await SayAsync(world, "close now");
        var (rounds, closer) = (world.Bot.Services.GetRequiredService<IRoundStore>(), world.Bot.Services.GetRequiredService<RoundCloser>());
        var team = (await TeamAsync(world)).Value;
        var id = new RoundId(team.Id, team.Latest!.Name);
        await closer.BeginAsync((await rounds.FindAsync(id, Ct))!, Ct);
        await closer.SealAsync((await rounds.FindAsync(id, Ct))!, team.Said, Ct);
    }
}
