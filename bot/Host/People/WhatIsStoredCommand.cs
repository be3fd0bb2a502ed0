using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Retention;
using RetroBot.Host.Web;

namespace RetroBot.Host.People;

/// <summary>What RetroBot stores, and for how long; in a personal chat also what there is about the person who asks.</summary>
internal sealed class WhatIsStoredCommand(bool inChannel, PersonalData data, RetentionPeriod retention, PublicAddress address) : ICommand
{
    public Command Name => Command.WhatIsStored;

    public bool InChannel => inChannel;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct) =>
        new WhatIsStoredCard(StoredThings.All, retention.Weeks, inChannel ? null : AboutYou(await data.OfAsync(turn.Tenant, turn.User, ct)), address.Document);

    private static StoredAboutYou AboutYou(KnownOfPerson known) => new(
        known.Preferences.PausedUntil is { } until ? AskingChoices.DayOf(until) : null, known.Preferences.Stopped, Languages.Find(known.Preferences.Language), known.Chat != Chat.Unknown, [.. known.LeadOf.Select(team => team.Name)]);
}
