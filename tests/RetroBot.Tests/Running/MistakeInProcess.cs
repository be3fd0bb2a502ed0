using System.Diagnostics;

namespace RetroBot.Tests.Running;

/// <summary>Puts a mistake into the service that runs in a process of its own.</summary>
internal static class MistakeInProcess
{
    private const string Name = "RETROBOT_TESTS_MISTAKE";

    /// <summary>Has the process make the mistake once it is started.</summary>
    public static void Put(Type mistake, ProcessStartInfo start)
    {
        ServiceInProcess.LoadTestsInto(start);
        start.Environment[Name] = mistake.FullName;
    }

    /// <summary>In the process itself: makes the mistake that it was started with.</summary>
    public static void Make()
    {
        if (Environment.GetEnvironmentVariable(Name) is not { Length: > 0 } name) return;
        var mistake = (Mistake)Activator.CreateInstance(typeof(MistakeInProcess).Assembly.GetType(name, throwOnError: true)!)!;
        ServiceInProcess.WhenPutTogether(mistake.Change);
    }
}
