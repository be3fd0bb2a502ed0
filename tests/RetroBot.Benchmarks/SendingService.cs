using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetroBot.Host;
using RetroBot.Host.Privacy;

namespace RetroBot.Benchmarks;

/// <summary>The real service, put together as <c>Program</c> does, its workers at work.</summary>
internal static class SendingService
{
    /// <summary>Begins it in a process of its own, which says its address.</summary>
    /// <param name="requestsPerSecond">Its pace in each tenant.</param>
    public static Task<AnotherProcess> StartAsync(Storage storage, int requestsPerSecond, CancellationToken ct) =>
        AnotherProcess.StartAsync([Roles.Service, storage.ConnectionString, requestsPerSecond.ToString(CultureInfo.InvariantCulture)], ct);

    public static async Task RunAsync(string storage, string requestsPerSecond)
    {
        var keyFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = "RetroBot.Host" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = storage,
            ["RetroBot:MasterKey:File"] = keyFile,
            ["RetroBot:Teams:RequestsPerSecond"] = requestsPerSecond,
            ["RetroBot:Local:Playground"] = "false",
            ["RetroBot:Local:Demo"] = "false",
        });
        // What goes wrong is seen; standard output is for the other process.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await builder.AddRetroBotAsync();
        await using var app = builder.Build();
        await app.ReadMasterKeyAsync();
        File.Delete(keyFile);
        app.MapRetroBot();
        await app.StartAsync();
        AnotherProcess.SayReady(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }
}
