using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Local;

namespace RetroBot.Tests.Local;

/// <summary>Answers check-in buttons with RetroBot's own cards, and keeps who pressed what and which answers came out.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private static readonly Moment Closes = new(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.Zero), "UTC");
    private readonly WebApplication app;

    public FrontDoor(bool asksObligation)
    {
        Context = new CheckInContext(new Ticket("team", "2026-W47", "ticket"), "Product team", new DateOnly(2026, 11, 16), Closes, AddedBy: null, ["Copilot"], asksObligation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<OwnAddress>();
        app = builder.Build();
        app.MapPost("/api/messages", Answer);
    }

    public CheckInContext Context { get; }

    public ConcurrentQueue<(string User, string? Tenant)> Pressed { get; } = new();

    public ConcurrentQueue<CheckInSubmission> Submissions { get; } = new();

    public ConcurrentQueue<OutcomeChoice> Brief { get; } = new();

    public async Task<DemoDoor> OpenAsync(CancellationToken ct)
    {
        await app.StartAsync(ct);
        return new DemoDoor(app.Services.GetRequiredService<OwnAddress>());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(JsonElement activity)
    {
        Pressed.Enqueue((activity.GetProperty("from").GetProperty("aadObjectId").GetString()!, activity.GetProperty("conversation").GetProperty("tenantId").GetString()));
        var action = activity.GetProperty("value").GetProperty("action");
        var data = new CardData(action.GetProperty("data"));
        Card card = Ticket.Of(data) is null ? new NotYoursCard() : action.GetProperty("verb").GetString() switch
        {
            CheckInCard.OpenVerb => new CheckInCard(Context),
            CheckInCard.Verb => Choose(CheckInCard.Parse(data)!.Value),
            CheckInDetailsCard.Verb => Save(CheckInDetailsCard.Parse(data, Context)),
            _ => new NotYoursCard(),
        };
        return Results.Text($$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{card.Render(CultureInfo.InvariantCulture).ToJson()}}}""", "application/json");
    }

    private Card Choose(OutcomeChoice outcome)
    {
        if (CheckInCard.AsksMore(outcome) || Context.AsksObligation) return new CheckInDetailsCard(Context, outcome);
        Brief.Enqueue(outcome);
        return new SavedCard(Context.Ticket, Closes);
    }

    private Card Save(CheckInSubmission submission)
    {
        Submissions.Enqueue(submission);
        return submission is CheckInSubmission.Incomplete(var outcome, var entries) ? new CheckInDetailsCard(Context, outcome, entries) : new SavedCard(Context.Ticket, Closes);
    }
}
