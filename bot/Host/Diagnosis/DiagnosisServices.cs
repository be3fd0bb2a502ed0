namespace RetroBot.Host.Diagnosis;

internal static class DiagnosisServices
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services) => services
        .AddSingleton<ICheck, StorageCheck>()
        .AddSingleton<ICheck, MasterKeyCheck>()
        .AddSingleton<ICheck, ClockCheck>()
        .AddSingleton<ITeamCheck, TeamsCheck>()
        .AddSingleton<ITeamCheck, ChannelCheck>()
        .AddSingleton<ITeamCheck, ScheduleCheck>()
        .AddSingleton<ITeamCheck, SendingCheck>()
        .AddSingleton<ITeamCheck, ReachCheck>()
        .AddSingleton<ITeamCheck, SettingsCheck>()
        .AddSingleton<Checks>()
        .AddSingleton<ICommand, DiagnoseCommand>();
}
