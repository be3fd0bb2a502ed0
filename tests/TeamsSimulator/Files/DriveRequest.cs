namespace RetroBot.Simulation.Files;

/// <summary>A request to an upload session.</summary>
/// <param name="Range">The <c>Content-Range</c>; null where there was none.</param>
/// <param name="HasToken">Whether it carried an <c>Authorization</c>, which an upload session does not take.</param>
/// <param name="Status">Null when the caller got no answer.</param>
public sealed record DriveRequest(string Method, string? Range, bool HasToken, int? Status);
