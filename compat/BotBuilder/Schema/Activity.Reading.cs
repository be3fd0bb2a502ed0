using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity :
    IMessageActivity,
    IConversationUpdateActivity,
    IInstallationUpdateActivity,
    IInvokeActivity,
    IEventActivity,
    IMessageReactionActivity
{
    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity.Properties.ToObject<Mention>())
            .ToArray() ?? [];

    /// <exception cref="InvalidCastException">The channel data is neither a <typeparamref name="TypeT"/> nor a JSON object.</exception>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        { } data when data.GetType() == typeof(TypeT) => (TypeT)data,
        var data => ((JObject)data).ToObject<TypeT>(),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null)
            return false;

        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception)
        {
            // The contract of this method: data of another shape, however it fails, is no data.
            return false;
        }
    }

    /// <summary>Whether this is an activity of the type, or of a sub-type: <c>message/something</c> is a <c>message</c>.</summary>
    protected bool IsActivity(string activityType) =>
        Type is not null
        && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');
}
