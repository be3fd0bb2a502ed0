using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class LocalServicesTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly StringWriter console = new(CultureInfo.InvariantCulture);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        console.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task With_nothing_configured_storage_and_a_Teams_client_start_and_end_with_the_service()
    {
        var builder = Builder(Environments.Development, ("RetroBot:Local:StoragePort", "0"), ("RetroBot:Local:PlaygroundPort", "0"));
        await builder.AddLocalServicesAsync(console);
        var connection = builder.Configuration["Storage:ConnectionString"]!;
        var storage = new Uri(connection[connection.IndexOf("http://", StringComparison.Ordinal)..].TrimEnd(';'));
        Assert.True(await LocalPort.IsTakenAsync(storage.Port, Ct));

        Uri client;
        await using (var app = builder.Build())
        {
            app.MapMethods("/api/messages", ["HEAD"], () => Results.Ok());
            await app.StartAsync(Ct);
            client = new Uri(console.ToString().Split(' ', '\n').First(word => word.StartsWith("http://localhost:", StringComparison.Ordinal)));
            Assert.True(await LocalPort.IsTakenAsync(client.Port, Ct));
            Assert.Contains($"{app.Urls.Single()}/api/messages", console.ToString(), StringComparison.Ordinal);
            Assert.Contains("open now", console.ToString(), StringComparison.Ordinal);
            await app.StopAsync(Ct);
            Assert.True(await LocalPort.IsTakenAsync(storage.Port, Ct));
        }

        Assert.False(await LocalPort.IsTakenAsync(storage.Port, Ct));
        Assert.False(await LocalPort.IsTakenAsync(client.Port, Ct));
    }

    [Fact]
    public async Task A_taken_port_is_told_before_anything_is_started()
    {
        await using var foreign = new ForeignServer();
        var builder = Builder(Environments.Development, ("RetroBot:Local:PlaygroundPort", foreign.Port.ToString(CultureInfo.InvariantCulture)));

        await Assert.ThrowsAsync<LocalSetupException>(() => builder.AddLocalServicesAsync(console));

        Assert.Null(builder.Configuration["Storage:ConnectionString"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Theory]
    [InlineData("Production", "true")]
    [InlineData("Development", "false")]
    public async Task Outside_Development_or_when_switched_off_nothing_is_added(string environment, string playground)
    {
        var builder = Builder(environment, ("Storage:ConnectionString", "UseDevelopmentStorage=true"), ("RetroBot:Local:Playground", playground));
        var before = builder.Services.Count;

        await builder.AddLocalServicesAsync(console);
        builder.AddDemoTeam();

        Assert.Equal(before, builder.Services.Count);
        Assert.Equal("UseDevelopmentStorage=true", builder.Configuration["Storage:ConnectionString"]);
        Assert.Empty(console.ToString());
    }

    [Fact]
    public void In_Development_the_demo_team_joins_whatever_roster_and_sender_are_there()
    {
        var builder = Builder(Environments.Development);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(Mock.Of<IRoster>()).AddSingleton(_ => Mock.Of<ICheckInSender>());

        builder.AddDemoTeam();

        using var app = (IDisposable)builder.Build();
        var services = ((WebApplication)app).Services;
        Assert.IsType<DemoRoster>(services.GetRequiredService<IRoster>());
        Assert.IsType<DemoSender>(services.GetRequiredService<ICheckInSender>());
        Assert.Single(services.GetServices<IHostedService>().OfType<DemoTeammates>());
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_named_all_at_once()
    {
        var builder = Builder(Environments.Development, ("RetroBot:Local:StoragePort", "ten"), ("RetroBot:Local:PlaygroundPort", "70000"), ("RetroBot:Local:Demo", "perhaps"));

        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => builder.AddLocalServicesAsync(console));

        Assert.Contains("RetroBot:Local:StoragePort is \"ten\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Local:PlaygroundPort is \"70000\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Local:Demo is \"perhaps\"", failure.Message, StringComparison.Ordinal);
    }

    private WebApplicationBuilder Builder(string environment, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("RetroBot:Local:Data", data.Path), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]);
        return builder;
    }
}
