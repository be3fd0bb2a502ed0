using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.Catalogs;
using RetroBot.Host.Telemetry;
using Xunit;

namespace RetroBot.Tests.Telemetry;

/// <summary>What became of exports, from the page, the API and the chat.</summary>
public sealed class ExportInstrumentsTests
{
    [Fact]
    public async Task Each_export_is_counted_once_by_what_became_of_it()
    {
        await using var services = Gauges.Alone();
        var exports = services.GetRequiredService<ExportInstruments>();
        using var gauges = new Gauges(services);

        await exports.CountAsync("csv", () => Task.CompletedTask);
        await Assert.ThrowsAsync<OperationCanceledException>(() => exports.CountAsync("csv", () => throw new OperationCanceledException()));
        await Assert.ThrowsAsync<IOException>(() => exports.CountAsync("json", () => throw new IOException("The disk is full.")));
        exports.Ended("xlsx", problem: null);
        exports.Ended("xlsx", ExportProblem.TooLarge);

        Assert.Equal(
            [("csv", "cancelled"), ("csv", "completed"), ("json", "broken"), ("xlsx", "completed"), ("xlsx", "too_large")],
            gauges.Read().Where(one => one.Key.StartsWith("retrobot.exports ", StringComparison.Ordinal) && one.Value == 1).Select(one => (Tag(one.Key, "format"), Tag(one.Key, "outcome"))).Order());

        static string Tag(string name, string tag) => name.Split($"retrobot.export.{tag}=")[1].Split(' ')[0];
    }
}
