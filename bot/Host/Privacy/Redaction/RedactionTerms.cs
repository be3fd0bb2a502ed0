using RetroBot.Core.People;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Whom a text may not give away. Made once for all texts of a story: its names are compiled at the first use.</summary>
/// <param name="RosterNames">Display names as Teams gives them: with titles, companies and departments, in either order.</param>
/// <param name="RosterIds">Object ids, channel accounts ("29:…") and user principal names.</param>
internal sealed record RedactionTerms(TenantId Tenant, IReadOnlyList<string> RosterNames, IReadOnlyList<string> RosterIds);
