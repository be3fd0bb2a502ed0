using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

public static class TeamsActivityExtensions
{
    public static string TeamsGetSelectedChannelId(this IActivity activity) => DataOf(activity)?.Settings?.SelectedChannel?.Id;

    public static TeamsMeetingInfo TeamsGetMeetingInfo(this IActivity activity) => DataOf(activity)?.Meeting;

    public static string TeamsGetChannelId(this IActivity activity) => DataOf(activity)?.Channel?.Id;

    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => DataOf(activity)?.Team;

    public static void TeamsNotifyUser(this IActivity activity) => activity.TeamsNotifyUser(alertInMeeting: false);

    /// <summary>Shows the message in the activity feed, or in the meeting.</summary>
    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting, string externalResourceUrl = null)
    {
        if (activity.ChannelData is not TeamsChannelData data)
            activity.ChannelData = data = new TeamsChannelData();

        data.Notification = new NotificationInfo { Alert = !alertInMeeting, AlertInMeeting = alertInMeeting, ExternalResourceUrl = externalResourceUrl };
    }

    private static TeamsChannelData DataOf(IActivity activity) => activity.GetChannelData<TeamsChannelData>();
}
