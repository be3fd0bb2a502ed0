using Microsoft.AspNetCore.Connections;
using RetroBot.Host;
using RetroBot.Host.Local;
using RetroBot.Host.Privacy;
using RetroBot.Host.Storage.Backups;

try
{
    if (BackupCommand.IsAsked(args))
    {
        await BackupCommand.RunAsync(args, Console.Out);
        return 0;
    }
    var builder = WebApplication.CreateBuilder(args);
    await builder.AddRetroBotAsync();
    await using var app = builder.Build();
    await app.ReadMasterKeyAsync();
    app.MapRetroBot();
    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (wrong is SettingsException or LocalSetupException or BackupException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"RetroBot cannot listen: {taken.Message} End what listens there, or choose another address: --urls http://127.0.0.1:3979");
    return 1;
}
