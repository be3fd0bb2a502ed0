using System.Diagnostics;
using OpenTelemetry.Trace;

namespace RetroBot.Host.Telemetry;

/// <summary>A trace begins with a request to RetroBot. What RetroBot asks of Teams and of storage by itself begins none, so that it costs nothing either; <see cref="PagesOnly"/> looks again at the end.</summary>
internal sealed class PageSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Server ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
}
