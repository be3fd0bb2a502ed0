using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;

namespace RetroBot.Host.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<AskingChoices>()
        .AddSingleton<PersonalData>()
        .AddSingleton<RecentRosters>()
        .AddSingleton<TeamsOfPerson>()
        .AddSingleton<Outlooks>()
        .AddSingleton<ICommand, MyStatusCommand>()
        .AddSingleton<AskToDelete>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<AskToDelete>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<AskToDelete>())
        .AddSingleton<ICardAction, DeleteMyData>()
        .AddSingleton<ChooseLanguage>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<ChooseLanguage>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<ChooseLanguage>())
        .AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<WhatIsStoredCommand>(provider, false))
        .AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<WhatIsStoredCommand>(provider, true))
        .AddAsking(Command.Pause, PausedCard.Verb, choices => choices.PauseAsync)
        .AddAsking(Command.Stop, StoppedCard.Verb, choices => choices.StopAsync)
        .AddAsking(Command.Start, StartedCard.Verb, choices => choices.StartAsync);

    private static IServiceCollection AddAsking(this IServiceCollection services, Command name, string verb, Func<AskingChoices, Func<Turn, Ticket?, CancellationToken, Task<Card>>> choose) => services
        .AddSingleton<ICommand>(provider => new AskingCommand(name, choose(provider.GetRequiredService<AskingChoices>())))
        .AddSingleton<ICardAction>(provider => new AskingAction(verb, choose(provider.GetRequiredService<AskingChoices>())));
}
