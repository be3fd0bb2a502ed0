using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>What Teams sends brings RetroBot into something that never ends by itself.</summary>
public sealed class EndlessTurnTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_given_up_after_five_minutes_and_the_log_says_so()
    {
        var endless = new EndlessBot();
        await using var world = await World.StartAsync(emulator, members: 1, Ct, change: services => services.Replace(ServiceDescriptor.Singleton<IBot>(endless)));

        var answering = world.Lead.PostAsync(world.Lead.Compose.PersonalMessage("help"), Ct);
        await endless.Begun;
        world.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(answering.IsCompleted);
        world.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await answering).Status);
        Assert.Single(world.Bot.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("was given up", StringComparison.Ordinal));
    }

    private sealed class EndlessBot : IBot
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }
}
