namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";

    public const string Notification = "notification";

    public const string ExpectReplies = "expectReplies";

    public const string Ephemeral = "ephemeral";
}
