namespace RetroBot.Cards.Diagnosis;

/// <summary>A round that has not been opened, as it will be if nothing changes.</summary>
/// <param name="Opens">Null where no rhythm is set, and a lead opens it.</param>
/// <param name="Sent">When the cards go out, where they wait for the quiet hours' end.</param>
/// <param name="Members">Of the team's roster; null where Teams does not say at the moment.</param>
/// <param name="Minutes">How long sending takes at most, where Teams is not busy; null as before.</param>
/// <param name="Tools">Those that the card offers.</param>
public sealed record PlannedRound(Moment? Opens, Moment? Sent, Moment Closes, int? Members, int? Minutes, IReadOnlyList<string> Tools, bool AsksObligation, bool Reminds);
