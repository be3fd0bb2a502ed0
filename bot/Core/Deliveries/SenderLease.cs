using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>That somebody sends for a tenant.</summary>
/// <param name="Holder">A random id of whoever does, by which it knows its own lease: the answer of a write can be lost.</param>
public sealed record SenderLease(TenantId Tenant, Guid Holder);
