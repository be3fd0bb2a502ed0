namespace RetroBot.Cards.Rounds;

/// <summary>What the setup card offers.</summary>
/// <param name="Zones">IANA names; the team's own is offered even where it is not among them.</param>
/// <param name="People">Who may be appointed: the team's roster, without the person who reads the card. In the order to be shown.</param>
public sealed record SetupContext(Ticket Ticket, string TeamName, IReadOnlyList<string> Zones, IReadOnlyList<PersonChoice> People)
{
    /// <summary>When nobody is sent a card; null for never.</summary>
    public QuietSpan? Quiet { get; init; }
}

/// <param name="From">Local time; later than <paramref name="To"/> where the span goes over midnight.</param>
public sealed record QuietSpan(TimeOnly From, TimeOnly To);

/// <param name="Id">Opaque here; holds no comma, which is what joins several.</param>
public sealed record PersonChoice(string Id, string Name);
