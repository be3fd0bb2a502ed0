using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using RetroBot.Core.People;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Nobody waits without a sign.</summary>
public sealed class TypingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_storage_keeps_an_answer_waiting_RetroBot_is_seen_to_type_and_a_prompt_answer_comes_without_it()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously), answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new Mock<IPreferenceStore>();
        slow.Setup(store => store.OfAsync(It.IsAny<TenantId>(), It.IsAny<UserId>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            asked.TrySetResult();
            await answered.Task;
            return Preferences.Default;
        });
        await using var world = await World.StartAsync(emulator, members: 3, Ct, change: services => services.Replace(ServiceDescriptor.Singleton(slow.Object)));
        var member = world.Team.Members[1];

        var waiting = world.As(member).SayInPersonalAsync("help", Ct);
        await asked.Task.WaitAsync(Ct);
        // RetroBot looks at the clock at once after it has asked, not before.
        for (var tries = 0; tries < 300 && world.Teams.Inbox(member).Count == 0; tries++)
        {
            world.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Ct);
        }
        answered.SetResult();
        await waiting;
        await world.As(member).SayInPersonalAsync("help", Ct);

        Assert.Equal(["typing", "message", "message"], world.Teams.Inbox(member).Select(message => message.Type));
    }
}
