using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) => activity.GetMentions().Any(mention => mention.Mentioned.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient.Id);

    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient.Id);

    /// <summary>Takes the mentions of one account out of the text, and returns the text.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned.Id == id))
        {
            var mentioned = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            activity.Text = Regex.Replace(activity.Text, Regex.Escape(mentioned), string.Empty, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Trim();
        }

        return activity.Text;
    }
}
