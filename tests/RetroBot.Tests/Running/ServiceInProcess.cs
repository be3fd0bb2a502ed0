using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RetroBot.Tests.Running;

/// <summary>Reaches into the service that runs in a process of its own: the runtime loads these tests before it starts, and they wait until it has been put together.</summary>
internal static class ServiceInProcess
{
    private const string Hooks = "DOTNET_STARTUP_HOOKS";

    public static void LoadTestsInto(ProcessStartInfo start) => start.Environment[Hooks] = typeof(ServiceInProcess).Assembly.Location;

    /// <summary>In the process itself.</summary>
    public static void WhenPutTogether(Action<IServiceCollection> change) => DiagnosticListener.AllListeners.Subscribe(new Seen<DiagnosticListener>(listener =>
    {
        if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(new Seen<KeyValuePair<string, object?>>(told => Change(told, change)));
    }));

    // Hosting tells of its builder after all that the service has added: what is done to the services now is done last.
    private static void Change(KeyValuePair<string, object?> told, Action<IServiceCollection> change)
    {
        if (told is { Key: "HostBuilding", Value: IHostBuilder builder }) builder.ConfigureServices((_, services) => change(services));
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
