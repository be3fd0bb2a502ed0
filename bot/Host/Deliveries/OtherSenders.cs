using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>What has become of other instances' leases.</summary>
/// <param name="Dead">The tenants whose sender has not renewed its lease for so long that it is dead.</param>
/// <param name="GivenBack">Those whose sender gave its lease back since the last look: what was left to it may be left now.</param>
internal sealed record OtherSenders(IReadOnlyList<TenantId> Dead, IReadOnlyList<TenantId> GivenBack);
