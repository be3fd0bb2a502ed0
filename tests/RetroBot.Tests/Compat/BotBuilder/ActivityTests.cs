using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class ActivityTests
{
    [Fact]
    public void A_reply_goes_back_to_the_sender_in_the_same_conversation()
    {
        var reply = Incoming().CreateReply("yes");

        Assert.Equal(
            ("message", "yes", "28:bot", "29:ada", "42", "19:x", "https://smba.example/", "msteams", "de-DE"),
            (reply.Type, reply.Text, reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Conversation.Id, reply.ServiceUrl, reply.ChannelId, reply.Locale));
    }

    [Fact]
    public void A_reference_continues_the_conversation_it_was_taken_from()
    {
        var reference = Incoming().GetConversationReference();
        var continuation = reference.GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation", "19:x", "28:bot", "29:ada"), (continuation.Type, continuation.Name, continuation.Conversation.Id, continuation.Recipient.Id, continuation.From.Id));
        Assert.Same(reference, continuation.RelatesTo);
        Assert.NotEqual("42", continuation.Id, StringComparer.Ordinal);
    }

    [Fact]
    public void Applying_a_reference_addresses_an_activity_and_leaves_its_own_locale()
    {
        var outgoing = new Activity { Type = ActivityTypes.Message, Locale = "fr-FR" }.ApplyConversationReference(Incoming().GetConversationReference());
        var incoming = new Activity().ApplyConversationReference(Incoming().GetConversationReference(), isIncoming: true);

        Assert.Equal(("28:bot", "29:ada", "42", (string?)null, "fr-FR"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Id, outgoing.Locale));
        Assert.Equal(("29:ada", "28:bot", "42", (string?)null, "de-DE"), (incoming.From.Id, incoming.Recipient.Id, incoming.Id, incoming.ReplyToId, incoming.Locale));
    }

    [Theory]
    [InlineData("<at>RetroBot</at>", "<at>RetroBot</at> open now", "open now")]
    [InlineData("<at>RetroBot</at>", "open <AT>RetroBot</AT> now", "open  now")]
    [InlineData(null, "<at>RetroBot</at> open now", "open now")]
    public void The_mention_of_the_bot_is_taken_out_of_the_text(string? mentionText, string text, string expected)
    {
        var message = Incoming();
        message.Text = text;
        message.Entities =
        [
            MentionOf("28:bot", "RetroBot", mentionText),
            MentionOf("29:bob", "Bob", "<at>Bob</at>"),
        ];

        Assert.Equal(expected, message.RemoveRecipientMention());
        Assert.Equal(expected, message.Text);
        Assert.Equal(["28:bot", "29:bob"], message.GetMentions().Select(mention => mention.Mentioned.Id), StringComparer.Ordinal);
        Assert.True(message.MentionsRecipient());
    }

    [Fact]
    public void Channel_data_of_another_shape_is_no_data_when_tried_and_a_fault_when_asked_for()
    {
        var activity = new Activity { ChannelData = "text" };

        Assert.False(activity.TryGetChannelData<TeamsChannelData>(out _));
        Assert.Throws<InvalidCastException>(activity.GetChannelData<TeamsChannelData>);
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void Teams_data_is_read_through_the_extensions()
    {
        var activity = new Activity
        {
            ChannelData = JObject.Parse("""{"team":{"id":"T"},"channel":{"id":"C"},"settings":{"selectedChannel":{"id":"S"}},"meeting":{"id":"M"}}"""),
        };

        Assert.Equal(("T", "C", "S", "M"), (activity.TeamsGetTeamInfo().Id, activity.TeamsGetChannelId(), activity.TeamsGetSelectedChannelId(), activity.TeamsGetMeetingInfo().Id));
    }

    [Fact]
    public void A_message_can_ask_for_a_notification()
    {
        var message = MessageFactory.Text("hello");
        message.TeamsNotifyUser();

        var notification = Assert.IsType<TeamsChannelData>(message.ChannelData).Notification;
        Assert.Equal((true, false), (notification.Alert, notification.AlertInMeeting));
    }

    [Fact]
    public void Messages_are_made_with_an_input_hint_and_without_blank_text()
    {
        var text = MessageFactory.Text(" ");
        var attached = MessageFactory.Attachment(new Attachment { ContentType = "x" }, "see");

        Assert.Equal(("message", null, "acceptingInput"), (text.Type, text.Text, text.InputHint));
        Assert.Equal(("see", "list", "x"), (attached.Text, attached.AttachmentLayout, attached.Attachments.Single().ContentType));
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/update", true)]
    [InlineData("messageReaction", false)]
    [InlineData(null, false)]
    public void An_activity_is_seen_as_a_message_when_its_type_or_main_type_says_so(string? type, bool expected) =>
        Assert.Equal(expected, new Activity { Type = type }.AsMessageActivity() is not null);

    internal static Activity Incoming() => new()
    {
        Type = ActivityTypes.Message,
        Id = "42",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.example/",
        Locale = "de-DE",
        From = new ChannelAccount { Id = "29:ada", Name = "Ada" },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "RetroBot" },
        Conversation = new ConversationAccount { Id = "19:x", IsGroup = true },
    };

    private static Entity MentionOf(string id, string name, string? text)
    {
        var entity = new Entity();
        entity.SetAs(new Mention { Mentioned = new ChannelAccount { Id = id, Name = name }, Text = text });
        return entity;
    }
}
