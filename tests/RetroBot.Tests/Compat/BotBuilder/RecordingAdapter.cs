using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Sends nowhere; keeps what it was given, and runs turns without HTTP.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public async Task<TurnContext> RunAsync(Activity activity, BotCallbackHandler turn, CancellationToken ct)
    {
        var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, turn, ct);
        return context;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, index) => new ResourceResponse { Id = $"sent-{index}" }).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse { Id = activity.Id });
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
