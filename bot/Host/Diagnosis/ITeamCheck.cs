using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Looks at one thing that a team needs.</summary>
internal interface ITeamCheck
{
    CheckSubject Subject { get; }

    /// <summary>Looks once. What it throws is told as what it is: something that could not be found out.</summary>
    Task<Finding> LookAsync(Team team, CancellationToken ct);
}
