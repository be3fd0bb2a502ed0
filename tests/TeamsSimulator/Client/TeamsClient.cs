using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Files;
using RetroBot.Simulation.Tokens;

namespace RetroBot.Simulation.Client;

/// <summary>One person in front of Teams: what they do reaches the bot as Teams would send it.</summary>
/// <param name="bot">Its base address is the bot's; activities go to <c>api/messages</c> below it.</param>
/// <param name="authority">Signs what is sent; without it nothing is signed, as from a local emulator.</param>
public sealed class TeamsClient(TeamsSimulator simulator, SimulatedPerson person, HttpClient bot, TokenAuthority? authority = null)
{
    private static readonly Uri Endpoint = new("api/messages", UriKind.Relative);

    public SimulatedPerson Person { get; } = person;

    /// <summary>The same activities, not sent: for tests that change them first.</summary>
    public ActivityComposer Compose { get; } = new(simulator, person);

    /// <returns>The answers, in the order of <paramref name="order"/>.</returns>
    public async Task<IReadOnlyList<BotAnswer>> InstallInTeamAsync(
        SimulatedTeam team, InstallationOrder order = InstallationOrder.InstallationUpdateFirst, CancellationToken ct = default)
    {
        team.HasTheBot = true;
        return await PostBothAsync(Compose.InstallationInTeam(team, "add"), Compose.BotAddedToTeam(team), order, ct);
    }

    public async Task<IReadOnlyList<BotAnswer>> RemoveFromTeamAsync(
        SimulatedTeam team, InstallationOrder order = InstallationOrder.InstallationUpdateFirst, CancellationToken ct = default)
    {
        team.HasTheBot = false;
        return await PostBothAsync(Compose.InstallationInTeam(team, "remove"), Compose.BotRemovedFromTeam(team), order, ct);
    }

    public async Task<IReadOnlyList<BotAnswer>> InstallPersonalAsync(
        InstallationOrder order = InstallationOrder.InstallationUpdateFirst, CancellationToken ct = default)
    {
        (Person.LacksTheApp, Person.HasUninstalledTheBot) = (false, false);
        return await PostBothAsync(Compose.PersonalInstallation("add"), Compose.BotAddedToPersonalChat(), order, ct);
    }

    public Task<BotAnswer> UninstallPersonalAsync(CancellationToken ct = default)
    {
        Person.HasUninstalledTheBot = true;
        return PostAsync(Compose.PersonalInstallation("remove"), ct);
    }

    public Task<BotAnswer> SayInChannelAsync(SimulatedChannel channel, string text, bool mention = true, CancellationToken ct = default) =>
        PostAsync(Compose.ChannelMessage(channel, text, mention), ct);

    public Task<BotAnswer> SayInPersonalAsync(string text, CancellationToken ct = default) =>
        PostAsync(Compose.PersonalMessage(text), ct);

    /// <summary>Presses an action of the card that an activity shows, after typing into its inputs.</summary>
    /// <exception cref="InvalidOperationException">There is no such action or input, or the client would not send the form.</exception>
    public Task<BotAnswer> PressAsync(
        ReceivedActivity on, string verb, IReadOnlyDictionary<string, string>? typed = null, CancellationToken ct = default) =>
        PressAsync(on, on.Card ?? throw new InvalidOperationException("The activity carries no card."), verb, typed, ct);

    /// <summary>Presses an action of a card that took the place of the one in the activity: the answer to an earlier press.</summary>
    /// <exception cref="InvalidOperationException">There is no such action or input, or the client would not send the form.</exception>
    public Task<BotAnswer> PressAsync(
        ReceivedActivity on, JsonElement card, string verb, IReadOnlyDictionary<string, string>? typed = null, CancellationToken ct = default)
    {
        var action = CardAction.Find(card, verb);
        return PostAsync(Compose.CardInvoke(on, action.Title, verb, action.DataWith(typed)), ct);
    }

    /// <summary>Sends an action whether or not a card offers it.</summary>
    public Task<BotAnswer> InvokeAsync(ReceivedActivity on, string verb, JsonNode? data, CancellationToken ct = default) =>
        PostAsync(Compose.CardInvoke(on, title: null, verb, data), ct);

    /// <summary>Accepts the file that an activity offers.</summary>
    /// <exception cref="InvalidOperationException">It offers none.</exception>
    public Task<BotAnswer> AcceptFileAsync(ReceivedActivity on, SimulatedDrive drive, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(drive);
        var offer = FileOffer.On(on);
        return PostAsync(Compose.FileConsent(on, offer.AcceptContext, drive.NewUpload(offer.Name)), ct);
    }

    /// <summary>Declines the file that an activity offers.</summary>
    /// <exception cref="InvalidOperationException">It offers none.</exception>
    public Task<BotAnswer> DeclineFileAsync(ReceivedActivity on, CancellationToken ct = default) =>
        PostAsync(Compose.FileConsent(on, FileOffer.On(on).DeclineContext, upload: null), ct);

    public Task<BotAnswer> PostAsync(JsonObject activity, CancellationToken ct = default)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (authority is not null)
            headers["Authorization"] = $"Bearer {authority.Mint(simulator.Bot.AppId, simulator.ServiceUrl)}";
        return RawAsync(activity.ToJsonString(), headers, ct);
    }

    /// <summary>Teams delivers one activity twice, under one id.</summary>
    public async Task<IReadOnlyList<BotAnswer>> PostTwiceAsync(JsonObject activity, SecondDelivery second, CancellationToken ct = default) =>
        second == SecondDelivery.AtOnce
            ? await Task.WhenAll(PostAsync(activity, ct), PostAsync(activity, ct))
            : [await PostAsync(activity, ct), await PostAsync(activity, ct)];

    /// <summary>Posts any body with any headers; <c>Content-Type</c> is JSON unless they say otherwise.</summary>
    public async Task<BotAnswer> RawAsync(
        string body, IReadOnlyDictionary<string, string>? headers = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        foreach (var (name, value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase))
                request.Content.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await bot.SendAsync(request, ct);
        return new BotAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(ct));
    }

    private async Task<IReadOnlyList<BotAnswer>> PostBothAsync(
        JsonObject installationUpdate, JsonObject conversationUpdate, InstallationOrder order, CancellationToken ct)
    {
        JsonObject[] both = order == InstallationOrder.InstallationUpdateFirst
            ? [installationUpdate, conversationUpdate]
            : [conversationUpdate, installationUpdate];
        return [await PostAsync(both[0], ct), await PostAsync(both[1], ct)];
    }
}
