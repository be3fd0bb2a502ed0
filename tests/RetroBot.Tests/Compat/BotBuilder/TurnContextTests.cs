using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_is_addressed_as_a_reply_and_takes_the_id_it_was_given()
    {
        using var turn = new TurnContext(_adapter, ActivityTests.Incoming());
        var message = MessageFactory.Text("hello");

        var response = await turn.SendActivityAsync(message, Ct);

        Assert.Equal("sent-0", response.Id);
        Assert.Equal(("sent-0", "42", "19:x", "29:ada"), (message.Id, message.ReplyToId, message.Conversation.Id, message.Recipient.Id));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task A_trace_is_no_response()
    {
        using var turn = new TurnContext(_adapter, ActivityTests.Incoming());

        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, Ct);

        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Updates_and_deletions_are_addressed_to_the_conversation_of_the_turn()
    {
        using var turn = new TurnContext(_adapter, ActivityTests.Incoming());

        await turn.UpdateActivityAsync(new Activity { Id = "7", Type = ActivityTypes.Message }, Ct);
        await turn.DeleteActivityAsync("8", Ct);

        Assert.Equal(("7", "19:x"), (_adapter.Updated.Single().Id, _adapter.Updated.Single().Conversation.Id));
        Assert.Equal(("8", "19:x"), (_adapter.Deleted.Single().ActivityId, _adapter.Deleted.Single().Conversation.Id));
    }

    [Fact]
    public async Task Handlers_see_what_is_sent_before_it_goes_in_the_order_in_which_they_were_added()
    {
        using var turn = new TurnContext(_adapter, ActivityTests.Incoming());
        var seen = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            seen.Add("first");
            activities[0].Text += "!";
            return await next();
        });
        turn.OnSendActivities(async (_, _, next) =>
        {
            seen.Add("second");
            return await next();
        });

        await turn.SendActivityAsync("hello", cancellationToken: Ct);

        Assert.Equal(["first", "second"], seen, StringComparer.Ordinal);
        Assert.Equal("hello!", _adapter.Sent.Single().Text);
    }

    [Fact]
    public async Task Replies_that_the_caller_expects_are_kept_for_the_answer()
    {
        var incoming = ActivityTests.Incoming();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = new TurnContext(_adapter, incoming);

        await turn.SendActivityAsync("hello", cancellationToken: Ct);

        Assert.Empty(_adapter.Sent);
        Assert.Equal("hello", turn.BufferedReplyActivities.Single().Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Nothing_cannot_be_sent()
    {
        using var turn = new TurnContext(_adapter, ActivityTests.Incoming());

        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(" ", cancellationToken: Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([], Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(" ", Ct));
    }

    [Fact]
    public async Task A_turn_that_is_over_sends_nothing()
    {
        var turn = new TurnContext(_adapter, ActivityTests.Incoming());
        turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("late", cancellationToken: Ct));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<object>("any"));
    }

    [Fact]
    public void State_is_kept_by_key_or_type_and_a_key_is_taken_once()
    {
        using var state = new TurnContextStateCollection();
        state.Add("Key", "value");
        state.Add(_adapter);

        Assert.Equal("value", state.Get<string>("key"));
        Assert.Null(state.Get<RecordingAdapter>("key"));
        Assert.Same(_adapter, state.Get<RecordingAdapter>());
        Assert.Throws<ArgumentException>(() => state.Add("KEY", "other"));
        state.Set("key", "other");
        Assert.Equal("other", state.Get<string>("key"));
    }

    [Fact]
    public async Task A_turn_runs_through_the_middleware_in_the_culture_of_its_locale()
    {
        var order = new List<string>();
        _adapter.Use(new Naming("outer", order)).Use(new Naming("inner", order));

        await _adapter.RunAsync(ActivityTests.Incoming(), Turn, Ct);

        Assert.Equal(["outer", "inner", "de-DE"], order, StringComparer.Ordinal);

        Task Turn(ITurnContext turn, CancellationToken ct)
        {
            order.Add(CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_locale_that_no_machine_knows_does_not_stop_the_turn()
    {
        var incoming = ActivityTests.Incoming();
        incoming.Locale = "??";
        var ran = false;

        await _adapter.RunAsync(incoming, (_, _) => Task.FromResult(ran = true), Ct);

        Assert.True(ran);
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_the_error_handler_and_without_one_to_the_caller()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(ActivityTests.Incoming(), Fail, Ct));

        Exception? handled = null;
        _adapter.OnTurnError = (_, exception) => Task.FromResult(handled = exception);
        await _adapter.RunAsync(ActivityTests.Incoming(), Fail, Ct);

        Assert.IsType<InvalidOperationException>(handled);

        static Task Fail(ITurnContext turn, CancellationToken ct) => throw new InvalidOperationException("on purpose");
    }

    private sealed class Naming(string name, List<string> order) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            return next(cancellationToken);
        }
    }
}
