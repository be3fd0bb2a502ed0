using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using NodaTime;
using RetroBot.Cards;
using RetroBot.Cards.Welcome;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;
using RetroBot.Host.Web;

namespace RetroBot.Host.Teams;

/// <summary>Takes each activity to what it is about: an installation, a command, a card's button, or a consent to a file.</summary>
internal sealed partial class RetroBotActivityHandler(
    CommandRouter commands, CardActionRouter actions, FileConsents files, ReplyLanguage language, Installation installation, Departure departure, ChatBook chats, PublicAddress address, TimeProvider time,
    ILogger<RetroBotActivityHandler> logger) : TeamsActivityHandler
{
    /// <summary>Nobody is to wait for two seconds without a sign.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1.5);

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        try
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
        }
        catch (Exception fault) when (turnContext.Activity.Type != ActivityTypes.Invoke && !cancellationToken.IsCancellationRequested)
        {
            // An invoke's own faults become cards in its router; what is left here is a message or an installation.
            Log.Failed(logger, fault, turnContext.Activity.Type);
            if (turnContext.Activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" }) return;
            Card told = fault is StorageUnavailableException ? new StorageSilentCard() : new TryAgainCard("", default);
            await SayAsync(turnContext, told, ActivityIdentity.CultureOf(turnContext.Activity), cancellationToken);
        }
    }

    protected override async Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        switch (activity.Action)
        {
            case "add" when !IsInTeam(activity):
                await SayAsync(turnContext, ActivityIdentity.IsPersonal(activity) ? new PersonalWelcomeCard(address.Document) : new PrivateOnlyCard(), await language.OfAsync(activity, cancellationToken), cancellationToken);
                await NoteChatAsync(activity, isThere: true, cancellationToken);
                break;
            case "add-upgrade" when !IsInTeam(activity):
                await NoteChatAsync(activity, isThere: true, cancellationToken);
                break;
            case "remove" when !IsInTeam(activity):
                await NoteChatAsync(activity, isThere: false, cancellationToken);
                break;
            case "add" or "add-upgrade":
                await InstallAsync(turnContext, cancellationToken);
                break;
            case "remove":
                await RemoveAsync(activity, cancellationToken);
                break;
            default:
                // "remove-upgrade" is followed by "add-upgrade": an upgrade loses nothing.
                break;
        }
    }

    protected override async Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (IsBot(activity.MembersAdded, activity)) await InstallAsync(turnContext, cancellationToken);
        else if (IsBot(activity.MembersRemoved, activity)) await RemoveAsync(activity, cancellationToken);
        else if (TeamOf(activity) is { } team)
            await installation.RefreshAsync(team, ActivityIdentity.ChannelDataOf(activity)?.Team?.Name, new Uri(activity.ServiceUrl), cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, culture) = await WithSignAsync(turnContext, AnswerAsync(turnContext, cancellationToken), cancellationToken);
            await SayAsync(turnContext, answer, culture, cancellationToken);
        }
        finally
        {
            // Whoever wrote has a chat, whatever became of what they asked for.
            if (!IsInTeam(turnContext.Activity)) await NoteChatAsync(turnContext.Activity, isThere: true, cancellationToken);
        }
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        actions.HandleAsync(turnContext.Activity, invokeValue.Action, cancellationToken);

    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        files.AcceptAsync(turnContext.Activity, fileConsentCardResponse, cancellationToken);

    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        files.DeclineAsync(turnContext.Activity, fileConsentCardResponse, cancellationToken);

    private async Task InstallAsync(ITurnContext turnContext, CancellationToken ct)
    {
        if (TeamOf(turnContext.Activity) is not { } team) return;
        var installer = ActivityIdentity.TurnOf(turnContext.Activity) is { } turn ? new Installer(turn.User, await NameOfSenderAsync(turnContext, team, ct)) : null;
        await MeetAsync(turnContext, installer, ct);
    }

    /// <param name="installer">Null where the activity is no installation: whoever speaks first is not therefore the lead.</param>
    private async Task MeetAsync(ITurnContext turnContext, Installer? installer, CancellationToken ct)
    {
        var activity = turnContext.Activity;
        if (TeamOf(activity) is not { } team) return;
        var place = new TeamPlace(team, ActivityIdentity.ChannelDataOf(activity)?.Team?.Name ?? "", ActivityIdentity.ChannelOf(activity), new Uri(activity.ServiceUrl), activity.Recipient.Id, ActivityIdentity.CultureOf(activity));
        if (await installation.AddAsync(place, installer, ct) is not { } greeted) return;
        var welcome = new TeamWelcomeCard(greeted.Name, greeted.AddedBy, Threshold.Lowest, address.Document);
        var addedBy = installer?.Name is { } name ? new ChannelAccount(activity.From.Id, name) : null;
        if (!await SayAsync(turnContext, welcome, TeamCulture.Of(greeted), ct, addedBy)) await installation.NotGreetedAsync(team, ct);
    }

    /// <summary>An installation does not say its sender's name; the roster does.</summary>
    /// <returns>Null where it cannot be had now.</returns>
    private async Task<string?> NameOfSenderAsync(ITurnContext turnContext, TeamId team, CancellationToken ct)
    {
        var sender = turnContext.Activity.From;
        if (!string.IsNullOrWhiteSpace(sender.Name)) return sender.Name;
        try
        {
            string? name = null;
            await AtOnceAsync(turnContext, RequestKind.Other, async () => name = (await TeamsInfo.GetTeamMemberAsync(turnContext, sender.Id, team.Value, ct)).Name, ct);
            return name;
        }
        catch (Exception refused) when (ChannelFaults.Include(refused, ct))
        {
            Log.NameUnknown(logger, refused);
            return null;
        }
    }

    private async Task RemoveAsync(IActivity activity, CancellationToken ct)
    {
        if (TeamOf(activity) is { } team) await departure.BeginAsync(team, ct);
    }

    /// <summary>Behind the answer, which must not wait for it, nor depend on it.</summary>
    private async Task NoteChatAsync(IActivity activity, bool isThere, CancellationToken ct)
    {
        // A group's chat is nobody's own.
        if (!ActivityIdentity.IsPersonal(activity) || ActivityIdentity.TurnOf(activity) is not { Team: null } turn || !Identifiers.IsValid(activity.Conversation?.Id)) return;
        try
        {
            await (isThere ? chats.OpenedAsync(turn.Tenant, turn.User, activity.Conversation!.Id, ct) : chats.LeftAsync(turn.Tenant, turn.User, ct));
        }
        catch (StorageUnavailableException fault)
        {
            Log.ChatNotKept(logger, fault);
        }
    }

    private async Task<(Card Answer, CultureInfo Culture)> AnswerAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken ct)
    {
        // Keeps the channel's address fresh; and where storage was down at the installation, it is made good now.
        await MeetAsync(turnContext, installer: null, ct);
        var culture = await language.OfAsync(turnContext.Activity, ct);
        return (await commands.AnswerAsync(turnContext.Activity, culture, ct), culture);
    }

    /// <summary>Some answers ask Teams first, or wait for storage: until then it is seen that one is on its way.</summary>
    private async Task<T> WithSignAsync<T>(ITurnContext turnContext, Task<T> answer, CancellationToken ct)
    {
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (await Task.WhenAny(answer, Task.Delay(LongestSilence, time, answered.Token)) != answer) await SendAsync(turnContext, new Activity { Type = ActivityTypes.Typing }, ActivityTypes.Typing, ct);
        await answered.CancelAsync();
        return await answer;
    }

    private Task<bool> SayAsync(ITurnContext turnContext, Card card, CultureInfo culture, CancellationToken ct, ChannelAccount? mentioned = null) =>
        SendAsync(turnContext, CardMessage.Of(card, culture, mentioned), card.GetType().Name, ct);

    /// <returns>False where the channel has surely not taken it.</returns>
    private async Task<bool> SendAsync(ITurnContext turnContext, Activity reply, string what, CancellationToken ct)
    {
        try
        {
            await AtOnceAsync(turnContext, RequestKind.Send, () => turnContext.SendActivityAsync(reply, ct), ct);
            return true;
        }
        catch (Exception refused) when (!ct.IsCancellationRequested)
        {
            // The activity itself was dealt with; the person can ask again.
            Log.ReplyFailed(logger, refused, what);
            return !ChannelFaults.IsNoToken(refused) && SendErrors.MeaningOf(Refusal.Of(refused, Instant.MinValue)) is SendMeaning.Ambiguous;
        }
    }

    /// <summary>Makes a request that somebody waits for: it is counted, and goes ahead of what RetroBot begins itself.</summary>
    private static Task AtOnceAsync(ITurnContext turnContext, RequestKind kind, Func<Task> request, CancellationToken ct) => ActivityIdentity.TenantOf(turnContext.Activity) is { } tenant
        ? new ChannelRequest(tenant, new Uri(turnContext.Activity.ServiceUrl), turnContext.Activity.Conversation.Id, kind, waits: false).MakeAsync(request, ct)
        : request();

    private static TeamId? TeamOf(IActivity activity) =>
        ActivityIdentity.TenantOf(activity) is { } tenant ? ActivityIdentity.TeamOf(activity, tenant) : null;

    private static bool IsInTeam(IActivity activity) => ActivityIdentity.ChannelDataOf(activity)?.Team is not null;

    private static bool IsBot(IList<ChannelAccount>? members, IActivity activity) =>
        members?.Any(member => member.Id == activity.Recipient.Id) == true;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The channel did not take a reply ({Reply}).")]
        public static partial void ReplyFailed(ILogger logger, Exception fault, string reply);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The channel did not say who added RetroBot; cards leave the name out.")]
        public static partial void NameUnknown(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Storage was out of reach, so that a person's chat was not noted. It is noted with their next message, or with the next card.")]
        public static partial void ChatNotKept(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "An activity of type {Type} could not be dealt with; the sender is asked to try again.")]
        public static partial void Failed(ILogger logger, Exception fault, string type);
    }
}
