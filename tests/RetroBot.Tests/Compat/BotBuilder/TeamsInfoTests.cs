using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Questions about a team, asked in a turn.</summary>
public sealed class TeamsInfoTests : IAsyncLifetime
{
    private readonly CloudAdapter _adapter = new(BotSettings.None);
    private TeamsSimulator _teams = null!;
    private SimulatedTeam _blue = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _teams = await TeamsSimulator.StartAsync(ct: Ct);
        _blue = _teams.AddTenant().AddTeam("Blue");
        _blue.HasTheBot = true;
        _blue.AddPerson("Ada Lovelace");
    }

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task A_roster_is_read_page_by_page()
    {
        for (var number = 2; number <= 120; number++)
            _blue.AddPerson($"Person {number}");
        var pages = new List<int>();
        var ids = new List<string>();

        await InTurnAsync(async (turn, ct) =>
        {
            string? next = null;
            do
            {
                var page = await TeamsInfo.GetPagedTeamMembersAsync(turn, _blue.Id, next, pageSize: 50, ct);
                pages.Add(page.Members.Count);
                ids.AddRange(page.Members.Select(member => member.AadObjectId));
                next = page.ContinuationToken;
            }
            while (next is not null);
        });

        Assert.Equal([50, 50, 20], pages);
        Assert.Equal(_blue.Members.Select(member => member.ObjectId.ToString()), ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task In_a_team_members_are_those_of_the_team_of_the_turn()
    {
        await InTurnAsync(async (turn, ct) =>
        {
            var page = await TeamsInfo.GetPagedMembersAsync(turn, cancellationToken: ct);
            var ada = await TeamsInfo.GetMemberAsync(turn, page.Members.Single().Id, ct);

            Assert.Equal(("Ada Lovelace", "Ada", _blue.Members[0].Email), (ada.Name, ada.GivenName, ada.Email));
            Assert.Equal(_blue.Members[0].Tenant.Id.ToString(), ada.TenantId);
        });
    }

    [Fact]
    public async Task A_team_tells_its_name_and_channels()
    {
        _blue.AddChannel("News");

        await InTurnAsync(async (turn, ct) =>
        {
            var details = await TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: ct);
            var channels = await TeamsInfo.GetTeamChannelsAsync(turn, _blue.Id, ct);

            Assert.Equal(("Blue", _blue.GroupId.ToString(), 2, 1), (details.Name, details.AadGroupId, details.ChannelCount, details.MemberCount));
            Assert.Equal([null, "News"], channels.Select(channel => channel.Name), StringComparer.Ordinal);
        });
    }

    [Fact]
    public async Task A_refused_page_is_an_http_operation_exception_with_its_headers()
    {
        _teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(3)));

        var refusal = await Assert.ThrowsAsync<HttpOperationException>(() => InTurnAsync((turn, ct) => TeamsInfo.GetPagedMembersAsync(turn, cancellationToken: ct)));

        Assert.Equal((HttpStatusCode.TooManyRequests, "3"), (refusal.Response.StatusCode, refusal.Response.Headers["Retry-After"].Single()));
        Assert.Contains("Throttled", refusal.Response.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_is_not_there_is_an_error_response()
    {
        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => InTurnAsync((turn, ct) => TeamsInfo.GetMemberAsync(turn, "29:nobody", ct)));

        Assert.Equal((HttpStatusCode.NotFound, "MemberNotFoundInConversation"), (refusal.Response.StatusCode, refusal.Body.Error.Code));
    }

    [Fact]
    public async Task A_refused_team_is_an_http_operation_exception_and_a_throttled_one_a_throttle_exception()
    {
        _teams.Faults.Add(Fault.Refuses(403, "BotNotInConversationRoster"));
        var refusal = await Assert.ThrowsAsync<HttpOperationException>(() => InTurnAsync((turn, ct) => TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: ct)));
        Assert.Equal(HttpStatusCode.Forbidden, refusal.Response.StatusCode);

        _teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(3)));
        await Assert.ThrowsAsync<ThrottleException>(() => InTurnAsync((turn, ct) => TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: ct)));
    }

    [Fact]
    public async Task Outside_a_team_there_is_no_team_to_ask_about()
    {
        var activity = InTeam();
        activity.ChannelData = null;

        await Assert.ThrowsAsync<InvalidOperationException>(() => InTurnAsync((turn, ct) => TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: ct), activity));
        Assert.Empty(_teams.Requests.All);
    }

    [Fact]
    public async Task New_members_of_whom_little_is_said_are_looked_up_and_the_bot_is_not()
    {
        var handler = new RecordingHandler();
        var ada = _blue.Members[0];

        await InTurnAsync(handler.OnTurnAsync, Joining(new ChannelAccount { Id = ada.Id }, new ChannelAccount { Id = _teams.Bot.Id }));

        Assert.Equal([$"members added {ada.Id} {_teams.Bot.Id}"], handler.Called, StringComparer.Ordinal);
        Assert.Equal(1, _teams.Requests.Count(ConnectorOperation.GetMember));
    }

    [Fact]
    public async Task New_members_who_are_gone_already_are_taken_as_they_came_and_other_refusals_are_thrown()
    {
        var handler = new RecordingHandler();
        _teams.Faults.Add(Fault.Refuses(404, "ConversationNotFound"));
        await InTurnAsync(handler.OnTurnAsync, Joining(new ChannelAccount { Id = "29:gone" }));
        Assert.Equal(["members added 29:gone"], handler.Called, StringComparer.Ordinal);

        _teams.Faults.Add(Fault.Refuses(403, "BotNotInConversationRoster"));
        await Assert.ThrowsAsync<ErrorResponseException>(() => InTurnAsync(handler.OnTurnAsync, Joining(new ChannelAccount { Id = "29:gone" })));
    }

    private Task InTurnAsync(BotCallbackHandler turn, Activity? activity = null) =>
        _adapter.ContinueConversationAsync(_teams.Bot.AppId.ToString(), activity ?? InTeam(), turn, Ct);

    private Activity InTeam() => new()
    {
        Type = ActivityTypes.Event,
        ChannelId = Channels.Msteams,
        ServiceUrl = _teams.ServiceUrl.ToString(),
        Recipient = new ChannelAccount { Id = _teams.Bot.Id },
        Conversation = new ConversationAccount { Id = _blue.General.Id },
        ChannelData = new TeamsChannelData { Team = new TeamInfo { Id = _blue.Id } },
    };

    private Activity Joining(params ChannelAccount[] members)
    {
        var activity = InTeam();
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.MembersAdded = [.. members];
        return activity;
    }
}
