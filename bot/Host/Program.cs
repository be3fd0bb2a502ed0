using RetroBot.Host;
using RetroBot.Host.Local;

try
{
    var builder = WebApplication.CreateBuilder(args);
    await builder.AddRetroBotAsync();
    var app = builder.Build();
    app.MapRetroBot();
    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (wrong is SettingsException or LocalSetupException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
