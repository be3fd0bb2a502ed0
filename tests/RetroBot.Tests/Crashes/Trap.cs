namespace RetroBot.Tests.Crashes;

/// <summary>Lies in wait for one call, and holds it and all that follow, so that the service can be killed right there.</summary>
/// <param name="on">Which call, and the how manieth of all.</param>
internal sealed class Trap(Func<Call, int, bool> on, KillMoment moment)
{
    private readonly TaskCompletionSource sprung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public KillMoment Moment => moment;

    public Task Sprung => sprung.Task;

    public Task Released => released.Task;

    public bool IsFor(Call call, int number) => on(call, number);

    public void Spring() => sprung.TrySetResult();

    /// <summary>What was held is dropped.</summary>
    public void Release() => released.TrySetResult();
}
