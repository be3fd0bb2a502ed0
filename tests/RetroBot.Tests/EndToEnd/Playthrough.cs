using System.Globalization;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A story that somebody lives through in front of the Playground, over weeks that pass when the test says so.</summary>
internal sealed class Playthrough : IAsyncDisposable
{
    private readonly string name;
    private readonly SharedClock clock;
    private readonly HttpClient http;
    private int pictures;

    private Playthrough(string name, SharedClock clock, ServiceProcess service, PlaygroundPage teams)
    {
        (this.name, this.clock, Service, Teams) = (name, clock, service, teams);
        http = new HttpClient { BaseAddress = service.Messages };
    }

    public ServiceProcess Service { get; }

    /// <summary>What the person sees.</summary>
    public PlaygroundPage Teams { get; }

    /// <summary>What the service takes for now.</summary>
    public DateTimeOffset Now => clock.Time.GetUtcNow();

    /// <summary>The Monday of this week, as cards write it.</summary>
    public string Week => Now.AddDays(-(((int)Now.DayOfWeek + 6) % 7)).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Begins on the morning of a Monday, whenever the test runs. RetroBot is in the team, and says hello in its first channel.</summary>
    /// <param name="name">Of the pictures.</param>
    /// <param name="demo">Whether simulated teammates answer.</param>
    public static async Task<Playthrough> StartAsync(HeadlessBrowser browser, string name, bool demo, CancellationToken ct)
    {
        var time = new SharedClock();
        var today = time.Time.GetUtcNow();
        await time.AdvanceAsync(today.Date.AddDays(8 - (int)today.DayOfWeek).AddHours(8) - today.UtcDateTime, ct);
        var service = await ServiceProcess.StartAsync(demo, ct, time);
        var story = new Playthrough(name, time, service, await PlaygroundPage.OpenAsync(browser, service.TeamsClient));
        await story.Teams.OpenChannelAsync("General");
        await story.Teams.CardAsync("Find out where AI really helps");
        return story;
    }

    public Colleague As(DemoPerson person) => new(http, Teams.Log, person);

    /// <summary>Sets the service's clock forward. Let nothing be under way that waits for an answer.</summary>
    public Task PassAsync(TimeSpan time, CancellationToken ct) => clock.AdvanceAsync(time, ct);

    /// <summary>The lead opens this week's round by hand, in the channel.</summary>
    public async Task OpenRoundAsync()
    {
        await Teams.OpenChannelAsync("General");
        await Teams.CardAfterAsync(() => Teams.PostAsync("open now"), "Everyone gets a card in a private chat");
    }

    /// <summary>Goes to the person's own chat, where the card of this week is.</summary>
    public async Task<PlaygroundCard> CheckInAsync()
    {
        await Teams.OpenPersonalChatAsync();
        return await Teams.CardAsync($"Week of {Week}");
    }

    /// <summary>The lead closes the round in the channel.</summary>
    /// <returns>Its digest.</returns>
    public async Task<PlaygroundCard> CloseRoundAsync()
    {
        await Teams.OpenChannelAsync("General");
        await Teams.PostAsync("close now");
        return await DigestAsync();
    }

    /// <summary>The digest of this week, in the channel.</summary>
    public Task<PlaygroundCard> DigestAsync() => Teams.CardAsync($"Where AI helped, week of {Week}");

    /// <summary>Keeps what the person sees, a card of it in view.</summary>
    public async Task PhotographAsync(string what, PlaygroundCard card)
    {
        await card.ScrollToAsync();
        await Teams.PhotographAsync(NextPicture(what));
    }

    /// <summary>Keeps a card that may be longer than the window.</summary>
    public Task PhotographWholeAsync(string what, PlaygroundCard card) => card.PhotographAsync(NextPicture(what));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Teams.DisposeAsync();
        await Service.DisposeAsync();
        await clock.DisposeAsync();
    }

    private string NextPicture(string what) => $"{name}-{++pictures}-{what}";
}
