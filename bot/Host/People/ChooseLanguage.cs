using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;
using RetroBot.Core.People;

namespace RetroBot.Host.People;

/// <summary>Shows the languages, and keeps the one that a person chooses. It concerns nobody but who presses.</summary>
internal sealed class ChooseLanguage(IPreferenceStore preferences) : ICommand, ICardAction
{
    public Command Name => Command.Language;

    public bool InChannel => false;

    public string Verb => LanguageCard.Verb;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var said = await preferences.OfAsync(turn.Tenant, turn.User, ct);
        return new LanguageCard(Languages.Find(said.Language) is { } language ? new LanguageChoice.In(language) : new LanguageChoice.AsInTeams());
    }

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        if (LanguageCard.Parse(data) is not { } choice) return await HandleAsync(turn, ct);
        await preferences.ChangeAsync(turn.Tenant, turn.User, said => said with { Language = choice is LanguageChoice.In(var language) ? language.Tag : null }, ct);
        return new LanguageChosenCard(choice);
    }
}
