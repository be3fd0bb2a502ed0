namespace RetroBot.Host.Diagnosis;

internal static class DiagnosisServices
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services) => services
        .AddSingleton<ICheck, StorageCheck>()
        .AddSingleton<ICheck, MasterKeyCheck>()
        .AddSingleton<ICheck, IdentityCheck>()
        .AddSingleton<ICheck, SigningKeysCheck>()
        .AddSingleton<ICheck, ClockCheck>()
        .AddSingleton<ITeamCheck, TeamsCheck>()
        .AddSingleton<ITeamCheck, ChannelCheck>()
        .AddSingleton<ITeamCheck, ScheduleCheck>()
        .AddSingleton<ITeamCheck, SendingCheck>()
        .AddSingleton<ITeamCheck, ReachCheck>()
        .AddSingleton<ITeamCheck, SettingsCheck>()
        .AddSingleton<Checks>()
        .AddSingleton<DiagnoseCommand>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<DiagnoseCommand>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<DiagnoseCommand>())
        .AddSingleton<ICardAction, ShowPlan>()
        .AddSingleton<ICardAction, SendTestCard>()
        .AddHealth();
}
