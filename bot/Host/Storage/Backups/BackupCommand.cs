using System.Globalization;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Storage.Backups;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>, for whoever runs RetroBot: in the place of the service, with the settings of storage.</summary>
internal static class BackupCommand
{
    private const int Step = 1_000;
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static bool IsAsked(string[] args) => args is ["backup" or "restore", ..];

    /// <exception cref="SettingsException">The settings of storage are missing or wrong.</exception>
    /// <exception cref="BackupException">It could not be done; the message says why, and what to do.</exception>
    public static async Task RunAsync(string[] args, TextWriter console)
    {
        if (args is not [var verb, var file, .. var settings] || file.StartsWith('-')) throw new BackupException($"Say which file: {args[0]} FILE");
        var builder = WebApplication.CreateBuilder(settings);
        string[] problems = [.. StorageServices.Problems(builder.Configuration)];
        if (problems.Length > 0) throw new SettingsException(problems);
        builder.Services.AddSingleton(TimeProvider.System).AddServiceIdentity(builder.Configuration).AddSingleton<StorageInstruments>().AddStorage(builder.Configuration);
        await using var services = builder.Build();
        var backup = new Backup(services.Services.GetRequiredService<Tables>());
        var told = 0;

        try
        {
            var count = await (verb == "backup" ? WriteAsync(backup, file, Progress) : RestoreAsync(backup, file, Progress));
            await console.WriteLineAsync(verb == "backup"
                ? $"{Number(count)} rows are in {file}. It holds names and ids of people: keep it encrypted, and no longer than you need it."
                : $"{Number(count)} rows were restored. Start RetroBot now; what it does next is in infra/README.md.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The file {file} cannot be used: {fault.Message}", fault);
        }
        catch (StorageUnavailableException fault)
        {
            var cause = fault.InnerException is { } inner ? $"{inner.Message.Split('\n')[0].TrimEnd('.')}. Check the settings of storage, and that you have the role Storage Table Data Contributor." : "";
            throw new BackupException($"{fault.Message} {cause}".TrimEnd(), fault);
        }

        void Progress(int count)
        {
            if (count - told < Step) return;
            told = count;
            console.WriteLine($"{Number(count)} rows");
        }
    }

    /// <summary>Under another name until it is whole: a file of this name is a whole backup.</summary>
    private static async Task<int> WriteAsync(Backup backup, string file, Action<int> progress)
    {
        if (File.Exists(file)) throw new BackupException($"The file {file} is there already, and is not written over.");
        var part = $"{file}.part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersAlone;
        try
        {
            int count;
            await using (var stream = new FileStream(part, options))
                count = await BackupFile.WriteAsync(stream, TimeProvider.System.GetUtcNow().ToInstant(), backup.ReadAsync(CancellationToken.None), progress, CancellationToken.None);
            File.Move(part, file);
            return count;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task<int> RestoreAsync(Backup backup, string file, Action<int> progress)
    {
        await using var stream = File.OpenRead(file);
        return await backup.RestoreAsync(stream, TimeProvider.System.GetUtcNow().ToInstant(), progress, CancellationToken.None);
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
