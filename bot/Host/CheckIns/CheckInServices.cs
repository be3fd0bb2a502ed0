namespace RetroBot.Host.CheckIns;

internal static class CheckInServices
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddSingleton<Invitations>()
        .AddSingleton<AnswerBook>()
        .AddSingleton<ICardAction, OpenCard>()
        .AddSingleton<ICardAction, ChooseOutcome>()
        .AddSingleton<ICardAction, SaveCheckIn>()
        .AddSingleton<ICardAction, DeleteAnswer>()
        .AddSingleton<SkipCheckIn>()
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<SkipCheckIn>())
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<SkipCheckIn>())
        .AddSingleton<ICardAction, WhyAsked>()
        .AddSingleton<ICommand, WhyAskedCommand>()
        .AddSingleton<OwnRounds>()
        .AddSingleton<ICommand, CheckInCommand>();
}
