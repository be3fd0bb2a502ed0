using System.Net;
using System.Text.Json;
using RetroBot.Simulation;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class SimulatedRostersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 50)]
    [InlineData(50, 50)]
    [InlineData(120, 120)]
    [InlineData(500, 500)]
    [InlineData(9999, 500)]
    public async Task Pages_have_50_to_500_members_and_hold_everybody_once(int asked, int expected)
    {
        await using var scene = await SimulatorScene.StartAsync();
        AddPeople(scene.Blue, 1_009);

        var pages = await ReadPagesAsync(scene, asked);

        Assert.Equal(scene.Blue.Members.Chunk(expected).Select(page => page.Length), pages.Select(page => page.Count));
        Assert.Equal(scene.Blue.Members.Select(person => person.Id), pages.SelectMany(page => page), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_fills_its_last_page_has_no_empty_one_after_it()
    {
        await using var scene = await SimulatorScene.StartAsync();
        AddPeople(scene.Blue, 99);

        var pages = await ReadPagesAsync(scene, 50);

        Assert.Equal([50, 50], pages.Select(page => page.Count));
    }

    [Fact]
    public async Task Somebody_who_leaves_between_two_pages_hides_nobody_else()
    {
        await using var scene = await SimulatorScene.StartAsync();
        AddPeople(scene.Blue, 99);
        var stayed = scene.Blue.Members.Skip(50).Select(person => person.Id).ToList();
        var first = await scene.Bot.GetAsync(Path(scene.Blue, "pagedmembers?pageSize=50"), Ct);

        scene.Blue.Leave(scene.Ada);
        var second = await scene.Bot.GetAsync(
            Path(scene.Blue, $"pagedmembers?pageSize=50&continuationToken={first.Body.GetProperty("continuationToken").GetString()}"), Ct);

        Assert.Equal(stayed, Ids(second.Body), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_continuation_token_holds_for_its_own_roster_only()
    {
        await using var scene = await SimulatorScene.StartAsync();
        AddPeople(scene.Blue, 60);
        var other = scene.Blue.Tenant.AddTeam("Red");
        other.HasTheBot = true;
        var token = (await scene.Bot.GetAsync(Path(scene.Blue, "pagedmembers?pageSize=50"), Ct)).Body.GetProperty("continuationToken").GetString();

        var foreign = await scene.Bot.GetAsync(Path(other, $"pagedmembers?continuationToken={token}"), Ct);
        var garbage = await scene.Bot.GetAsync(Path(scene.Blue, "pagedmembers?continuationToken=*"), Ct);

        Assert.All([foreign, garbage], answer => Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (answer.Status, answer.ErrorCode)));
    }

    [Fact]
    public async Task A_member_is_found_by_either_id_and_not_after_leaving()
    {
        await using var scene = await SimulatorScene.StartAsync();

        var byId = await scene.Bot.GetAsync(Path(scene.Blue, $"members/{scene.Ada.Id}"), Ct);
        var byObjectId = await scene.Bot.GetAsync(Path(scene.Blue, $"members/{scene.Ada.ObjectId}"), Ct);
        scene.Blue.Leave(scene.Ada);
        var gone = await scene.Bot.GetAsync(Path(scene.Blue, $"members/{scene.Ada.Id}"), Ct);

        Assert.All([byId.Body, byObjectId.Body], member =>
        {
            Assert.Equal(scene.Ada.Id, member.GetProperty("id").GetString());
            Assert.Equal(scene.Ada.ObjectId, member.GetProperty("aadObjectId").GetGuid());
            Assert.Equal(("Ada", "Lovelace"), (member.GetProperty("givenName").GetString(), member.GetProperty("surname").GetString()));
            Assert.Equal(scene.Ada.Tenant.Id, member.GetProperty("tenantId").GetGuid());
        });
        Assert.Equal((HttpStatusCode.NotFound, "MemberNotFoundInConversation"), (gone.Status, gone.ErrorCode));
    }

    [Fact]
    public async Task A_team_tells_its_name_its_size_and_its_channels()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var ideas = scene.Blue.AddChannel("Ideas");
        var path = $"v3/teams/{Uri.EscapeDataString(scene.Blue.Id)}";

        var team = (await scene.Bot.GetAsync(path, Ct)).Body;
        var channels = (await scene.Bot.GetAsync($"{path}/conversations", Ct)).Body.GetProperty("conversations");

        Assert.Equal("Blue", team.GetProperty("name").GetString());
        Assert.Equal((2, 1), (team.GetProperty("channelCount").GetInt32(), team.GetProperty("memberCount").GetInt32()));
        Assert.Equal(
            [(scene.Blue.Id, null), (ideas.Id, "Ideas")],
            channels.EnumerateArray().Select(channel => (channel.GetProperty("id").GetString()!, channel.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task A_team_without_the_bot_tells_it_nothing()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Blue.HasTheBot = false;

        foreach (var path in new[] { Path(scene.Blue, "pagedmembers"), Path(scene.Blue, $"members/{scene.Ada.Id}"), $"v3/teams/{scene.Blue.Id}" })
        {
            var answer = await scene.Bot.GetAsync(path, Ct);
            Assert.Equal((HttpStatusCode.Forbidden, "BotNotInConversationRoster"), (answer.Status, answer.ErrorCode));
        }
    }

    [Fact]
    public async Task Nobody_joins_twice_or_leaves_a_team_they_are_not_in()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.Tenant.AddPerson("Grace Hopper");

        Assert.Throws<InvalidOperationException>(() => scene.Blue.Join(scene.Ada));
        Assert.Throws<InvalidOperationException>(() => scene.Blue.Leave(grace));
        Assert.Equal([scene.Ada], scene.Blue.Members);
    }

    private static string Path(SimulatedTeam team, string rest) => $"v3/conversations/{Uri.EscapeDataString(team.Id)}/{rest}";

    private static void AddPeople(SimulatedTeam team, int count)
    {
        for (var i = 0; i < count; i++)
            team.AddPerson($"Person {i}");
    }

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()!)];

    private static async Task<List<List<string>>> ReadPagesAsync(SimulatorScene scene, int pageSize)
    {
        List<List<string>> pages = [];
        string? token = null;
        do
        {
            var more = token is null ? "" : $"&continuationToken={token}";
            var page = (await scene.Bot.GetAsync(Path(scene.Blue, $"pagedmembers?pageSize={pageSize}{more}"), Ct)).Body;
            pages.Add(Ids(page));
            token = page.TryGetProperty("continuationToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
        return pages;
    }
}
