using RetroBot.Cards.Diagnosis;

namespace RetroBot.Host.Diagnosis;

/// <summary>Looks at one thing that the service needs, whichever team asks.</summary>
internal interface ICheck
{
    CheckSubject Subject { get; }

    /// <summary>Looks once. What it throws is told as what it is: something that could not be found out.</summary>
    Task<Finding> LookAsync(CancellationToken ct);
}
