using RetroBot.Core.People;

namespace RetroBot.Host;

/// <summary>Where somebody's own chat with RetroBot is: taken from the authenticated activity.</summary>
/// <param name="Bot">The id by which the channel addresses RetroBot there.</param>
internal sealed record PersonalChat(TenantId Tenant, Uri ServiceUrl, string Bot, string Conversation);
