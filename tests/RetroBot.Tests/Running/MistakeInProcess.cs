using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace RetroBot.Tests.Running;

/// <summary>Puts a mistake into the service that runs in a process of its own: the runtime loads these tests before it starts, and they wait until it has been put together.</summary>
internal static class MistakeInProcess
{
    private const string Hooks = "DOTNET_STARTUP_HOOKS";
    private const string Name = "RETROBOT_TESTS_MISTAKE";

    /// <summary>Has the process make the mistake once it is started.</summary>
    public static void Put(Type mistake, ProcessStartInfo start)
    {
        start.Environment[Hooks] = mistake.Assembly.Location;
        start.Environment[Name] = mistake.FullName;
    }

    /// <summary>In the process itself: makes the mistake that it was started with.</summary>
    public static void Make()
    {
        if (Environment.GetEnvironmentVariable(Name) is not { Length: > 0 } name) return;
        var mistake = (Mistake)Activator.CreateInstance(typeof(MistakeInProcess).Assembly.GetType(name, throwOnError: true)!)!;
        DiagnosticListener.AllListeners.Subscribe(new Seen<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(new Seen<KeyValuePair<string, object?>>(Change));
        }));

        // Hosting tells of its builder after all that the service has added: what is done to the services now is done last.
        void Change(KeyValuePair<string, object?> told)
        {
            if (told is { Key: "HostBuilding", Value: IHostBuilder builder }) builder.ConfigureServices((_, services) => mistake.Change(services));
        }
    }

    private sealed class Seen<T>(Action<T> see) : IObserver<T>
    {
        public void OnNext(T value) => see(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
