using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Cards.Catalogs;

/// <summary>A case study as the catalog shows it in a chat.</summary>
/// <param name="Level">Null, as <paramref name="Area"/> and <paramref name="Tool"/>, where too few case studies are alike in it.</param>
/// <param name="Period">A quarter, such as <c>2026-Q4</c>.</param>
public sealed record CatalogEntry(string Title, VerificationLevel? Level, AreaChoice? Area, string? Tool, string Period, string? AiRole, string HowToTry, string? NotWhen);
