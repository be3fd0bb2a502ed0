using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Makes the messages that a bot sends most.</summary>
public static class MessageFactory
{
    public static Activity Text(string text, string ssml = null, string inputHint = null) => Message(text, ssml, inputHint);

    public static IMessageActivity Attachment(Attachment attachment, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Attachment([attachment], text, ssml, inputHint);
    }

    public static IMessageActivity Attachment(IEnumerable<Attachment> attachments, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        var message = Message(text, ssml, inputHint);
        message.AttachmentLayout = AttachmentLayoutTypes.List;
        message.Attachments = [.. attachments];
        return message;
    }

    // Clients show an empty text, and leave an absent one out: blank means absent.
    private static Activity Message(string text, string ssml, string inputHint)
    {
        var message = (Activity)Activity.CreateMessageActivity();
        message.Text = string.IsNullOrWhiteSpace(text) ? null : text;
        message.Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml;
        message.InputHint = inputHint ?? InputHints.AcceptingInput;
        return message;
    }
}
