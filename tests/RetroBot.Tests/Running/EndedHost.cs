using System.Diagnostics;

namespace RetroBot.Tests.Running;

/// <summary>The built program as an operator starts it, in a process of its own outside Development, which has come to its end.</summary>
/// <param name="Code">The exit code; 0 for success.</param>
internal sealed record EndedHost(int Code, string Output, string Errors)
{
    /// <summary>Whoever has not ended by then has started to serve.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<EndedHost> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var host = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.dll"), .. arguments])
            {
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        host.Start();
        try
        {
            var (output, errors) = (host.StandardOutput.ReadToEndAsync(ct), host.StandardError.ReadToEndAsync(ct));
            await host.WaitForExitAsync(ct).WaitAsync(Patience, TimeProvider.System, ct);
            return new EndedHost(host.ExitCode, await output, await errors);
        }
        finally
        {
            host.Kill();
        }
    }
}
