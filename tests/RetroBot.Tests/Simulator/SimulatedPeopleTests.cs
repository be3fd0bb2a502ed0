using System.Net;
using RetroBot.Simulation.Client;
using Xunit;

namespace RetroBot.Tests.Simulator;

/// <summary>What people, administrators and Teams itself do to the bot.</summary>
public sealed class SimulatedPeopleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_can_be_written_to_somebody_who_uninstalled_the_bot_until_they_have_it_again()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();
        using var http = bot.Client();
        var ada = new TeamsClient(scene.Teams, scene.Ada, http);
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));

        await ada.UninstallPersonalAsync(Ct);
        var removal = bot.LastActivity;
        var refused = await SendAsync(scene, chat);
        await ada.InstallPersonalAsync(ct: Ct);

        Assert.Equal(("installationUpdate", "remove"), (removal.GetProperty("type").GetString(), removal.GetProperty("action").GetString()));
        Assert.Equal((HttpStatusCode.Forbidden, "MessageWritesBlocked"), (refused.Status, refused.ErrorCode));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(scene, chat)).Status);
    }

    [Fact]
    public async Task A_chat_that_was_deleted_is_found_no_more_and_the_next_one_has_another_id()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var old = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));
        await SendAsync(scene, old);

        scene.Teams.DeleteChat(scene.Ada);
        var lost = await SendAsync(scene, old);
        var created = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));

        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (lost.Status, lost.ErrorCode));
        Assert.NotEqual(old, created);
        Assert.Empty(scene.Teams.Inbox(scene.Ada));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(scene, created)).Status);
    }

    [Fact]
    public async Task An_administrator_who_disables_the_bot_disables_it_for_all_of_the_tenant_and_no_other()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));
        var other = scene.Teams.AddTenant().AddPerson("Grace Hopper");

        scene.Blue.Tenant.HasDisabledTheBot = true;
        var refused = new[]
        {
            await SendAsync(scene, chat), await SendAsync(scene, scene.Blue.Id), await scene.Bot.CreateAsync(scene.Ada, Ct),
            await scene.Bot.GetAsync($"v3/conversations/{Uri.EscapeDataString(scene.Blue.Id)}/pagedmembers", Ct), await scene.Bot.GetAsync($"v3/teams/{scene.Blue.Id}", Ct),
        };

        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.Forbidden, "BotDisabledByAdmin"), (answer.Status, answer.ErrorCode)));
        Assert.Equal(HttpStatusCode.Created, (await scene.Bot.CreateAsync(other, Ct)).Status);
    }

    [Fact]
    public async Task After_a_move_the_old_address_is_dead_and_people_write_from_the_new_one()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var (old, chat) = (scene.Teams.ServiceUrl, ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct)));
        using var bot = new RecordingBot();
        using var http = bot.Client();

        await scene.Teams.MoveAsync(Ct);
        var dead = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(scene, chat));
        await new TeamsClient(scene.Teams, scene.Ada, http).SayInPersonalAsync("hello", Ct);
        using var caller = new ConnectorCaller(scene.Teams);
        var sent = await caller.SendAsync(chat, ConnectorCaller.Message("from the new address"), Ct);

        Assert.NotEqual(old, scene.Teams.ServiceUrl);
        Assert.Equal(HttpRequestError.ConnectionError, dead.HttpRequestError);
        Assert.Equal(scene.Teams.ServiceUrl.ToString(), bot.LastActivity.GetProperty("serviceUrl").GetString());
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal("from the new address", Assert.Single(scene.Teams.Inbox(scene.Ada)).MessageText);
    }

    private static Task<ConnectorCaller.Answer> SendAsync(SimulatorScene scene, string conversation) =>
        scene.Bot.SendAsync(conversation, ConnectorCaller.Message("hello"), Ct);
}
