using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Notes which of its methods were called, with what matters of their arguments.</summary>
internal sealed class RecordingHandler : TeamsActivityHandler
{
    public List<string> Called { get; } = [];

    public Func<AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse>? AnswerCard { get; init; }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note($"message {turnContext.Activity.Text}");

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("removed");

    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"members added {string.Join(' ', membersAdded.Select(member => member.Id))}");

    protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"members removed {string.Join(' ', teamsMembersRemoved.Select(member => member.Id))} from {teamInfo?.Id}");

    protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"channel renamed {channelInfo.Name} in {teamInfo.Id}");

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"channel deleted {channelInfo.Id}");

    protected override Task OnTeamsTeamRenamedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"team renamed {teamInfo.Name}");

    protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"reaction {messageReactions[0].Type}");

    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        Note($"accepted {fileConsentCardResponse.Context} {fileConsentCardResponse.UploadInfo.Name} {fileConsentCardResponse.UploadInfo.UploadUrl} {fileConsentCardResponse.UploadInfo.ContentUrl} {fileConsentCardResponse.UploadInfo.UniqueId} {fileConsentCardResponse.UploadInfo.FileType}");

    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        Note($"declined {fileConsentCardResponse.Context}");

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note($"event {turnContext.Activity.Name}");

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note($"unrecognized {turnContext.Activity.Type}");

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        AnswerCard is null ? base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken) : Task.FromResult(AnswerCard(invokeValue));

    private Task Note(string call)
    {
        Called.Add(call);
        return Task.CompletedTask;
    }
}
