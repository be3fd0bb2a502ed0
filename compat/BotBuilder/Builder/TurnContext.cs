using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <inheritdoc cref="ITurnContext"/>
public class TurnContext : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>The replies of a turn whose caller wants them in the answer to its request (<see cref="DeliveryModes.ExpectReplies"/>).</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => Add(_onSend, handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => Add(_onUpdate, handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => Add(_onDelete, handler);

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (string.IsNullOrWhiteSpace(textReplyToSend))
            throw new ArgumentNullException(nameof(textReplyToSend));

        var reply = new Activity { Type = ActivityTypes.Message, Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
            reply.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint))
            reply.InputHint = inputHint;

        return SendActivityAsync(reply, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activity);

        // A handler may have kept the activity back: then there is nothing to name.
        return await SendActivitiesAsync([activity], cancellationToken) is [var response, ..] ? response : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("There is no activity to send.", nameof(activities));

        var reference = Activity.GetConversationReference();
        List<Activity> addressed = [.. activities.Select(activity => activity.ApplyConversationReference(reference))];
        return SendFrom(0);

        Task<ResourceResponse[]> SendFrom(int handler) =>
            handler < _onSend.Count ? _onSend[handler](this, addressed, () => SendFrom(handler + 1)) : SendNowAsync(addressed, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activity);

        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFrom(0);

        Task<ResourceResponse> UpdateFrom(int handler) =>
            handler < _onUpdate.Count
                ? _onUpdate[handler](this, addressed, () => UpdateFrom(handler + 1))
                : Adapter.UpdateActivityAsync(this, addressed, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (string.IsNullOrWhiteSpace(activityId))
            throw new ArgumentNullException(nameof(activityId));

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFrom(0);

        Task DeleteFrom(int handler) =>
            handler < _onDelete.Count
                ? _onDelete[handler](this, conversationReference, () => DeleteFrom(handler + 1))
                : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
            TurnState.Dispose();
        _disposed = true;
    }

    private async Task<ResourceResponse[]> SendNowAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        ResourceResponse[] responses;
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            responses = Buffer(activities);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, [.. activities], cancellationToken);
            foreach (var (activity, response) in activities.Zip(responses))
                activity.Id = response.Id;
        }

        Responded |= activities.Exists(activity => activity.Type != ActivityTypes.Trace);
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        BufferedReplyActivities.AddRange(activities);

        // The adapter never sees these, so that an invoke's answer has to be left for it here.
        foreach (var answer in activities.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse))
            TurnState.Add(BotAdapter.InvokeResponseKey, answer);

        return [.. activities.Select(_ => new ResourceResponse())];
    }

    private TurnContext Add<T>(List<T> handlers, T handler)
        where T : Delegate
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(handler);
        return this;
    }
}
