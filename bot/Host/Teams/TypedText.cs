using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace RetroBot.Host.Teams;

/// <summary>What somebody typed. Teams writes some blanks as HTML does.</summary>
internal static partial class TypedText
{
    public static string WithoutMentions(IMessageActivity activity) => WebUtility.HtmlDecode(MentionTags().Replace(activity.Text ?? "", " "));

    /// <summary>The message without RetroBot's own name. Whoever else is mentioned stays in it: that is for the redaction to see.</summary>
    public static string Of(IMessageActivity activity)
    {
        var own = activity.Recipient?.Name;
        var text = MentionTags().Replace(activity.Text ?? "", tag => string.Equals(tag.Groups["name"].Value, own, StringComparison.OrdinalIgnoreCase) ? " " : tag.Value);
        return WebUtility.HtmlDecode(FirstMentions().Replace(text, ""));
    }

    [GeneratedRegex("<at[^>]*>(?<name>[^<]*)</at>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionTags();

    [GeneratedRegex(@"^(\s*<at[^>]*>[^<]*</at>)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstMentions();
}
