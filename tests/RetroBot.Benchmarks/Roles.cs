using System.Globalization;

namespace RetroBot.Benchmarks;

/// <summary>What this program is in a process that another one of it started.</summary>
internal static class Roles
{
    public const string Service = "service";

    public const string Floor = "floor";

    public const string EmptyHost = "empty-host";

    public static Task RunAsync(string role, string[] arguments) => (role, arguments) switch
    {
        (Service, [var storage, var requestsPerSecond]) => SendingService.RunAsync(storage, requestsPerSecond),
        (Floor, [var serviceUrl, var messages, var connections]) => PostingLoop.RunAsync(new Uri(serviceUrl), messages, int.Parse(connections, CultureInfo.InvariantCulture)),
        (EmptyHost, []) => Benchmarks.EmptyHost.RunAsync(),
        _ => throw new InvalidOperationException($"There is no role {role} for {arguments.Length} arguments."),
    };
}
