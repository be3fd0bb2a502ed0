namespace RetroBot.Simulation.Files;

/// <summary>How one upload request goes wrong.</summary>
/// <param name="Status">Null where the connection ends without an answer.</param>
/// <param name="TakesEffect">Whether the part arrives nevertheless.</param>
/// <param name="RetryAfter">In whole seconds; null where the answer does not say.</param>
/// <param name="Location">Where a redirection leads.</param>
public sealed record DriveFault(int? Status, bool TakesEffect = false, TimeSpan? RetryAfter = null, Uri? Location = null);
