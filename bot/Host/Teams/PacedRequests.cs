using System.Net;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Teams;

/// <summary>Right before the wire: counts every request to the channel as it leaves, and where its answer asks for patience, has everything in the tenant wait.</summary>
internal sealed class PacedRequests(ChannelPace pace, ChannelClock clock, TeamsInstruments instruments, TimeProvider time) : DelegatingHandler
{
    /// <summary>Where the channel has had too many requests, and does not say for how long.</summary>
    private static readonly Duration Unsaid = Duration.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ChannelRequest.Current is not { } asked || !asked.IsFor(request.RequestUri)) return await base.SendAsync(request, cancellationToken);
        var number = await asked.GoAsync(pace, cancellationToken);
        if (request.Content is { } body) request.Content = new LeavingContent(body, () => pace.Left(asked.Tenant, number));
        var answer = await SendAsync(asked, request, cancellationToken);
        clock.Saw(answer.Headers.Date);
        if (PatienceIn(answer) is { } length)
        {
            pace.Pause(asked.Tenant, length, wasTooMuch: answer.StatusCode == HttpStatusCode.TooManyRequests);
            if (asked.IsCounted) instruments.Paused(length);
        }
        return answer;
    }

    private async Task<HttpResponseMessage> SendAsync(ChannelRequest asked, HttpRequestMessage request, CancellationToken ct)
    {
        if (!asked.IsCounted) return await base.SendAsync(request, ct);
        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, ct);
            // The library reads it in any case; the code in it is part of what it means.
            if (!answer.IsSuccessStatusCode) await answer.Content.LoadIntoBufferAsync(ct);
        }
        catch
        {
            instruments.Asked(asked.Name, TeamsInstruments.NoAnswer, status: null);
            throw;
        }
        instruments.Asked(asked.Name, answer.IsSuccessStatusCode ? TeamsInstruments.Accepted : Measures.Word(await MeaningOfAsync(answer, ct)), (int)answer.StatusCode);
        return answer;
    }

    private static async Task<SendMeaning> MeaningOfAsync(HttpResponseMessage answer, CancellationToken ct) =>
        SendErrors.MeaningOf(new Refusal((int)answer.StatusCode, ErrorCodes.In(await answer.Content.ReadAsStringAsync(ct)), RetryAfter: null));

    /// <summary>Too many requests concern everybody, also where the channel does not say for how long; what else passes by itself, the one that met it.</summary>
    private Duration? PatienceIn(HttpResponseMessage answer) => answer switch
    {
        { IsSuccessStatusCode: true } => null,
        { Headers.RetryAfter.Delta: { } length } => length.ToDuration(),
        { Headers.RetryAfter.Date: { } until } => Duration.Max(until.ToInstant() - time.GetUtcNow().ToInstant(), Duration.Zero),
        { StatusCode: HttpStatusCode.TooManyRequests } => Unsaid,
        _ => null,
    };
}
