using System.Diagnostics.CodeAnalysis;
using RetroBot.Tests.Running;

/// <summary>Called by the runtime before the service's own start, where these tests are named as a startup hook.</summary>
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for a class of this name outside of any namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        ClockInProcess.Make();
        MistakeInProcess.Make();
    }
}
