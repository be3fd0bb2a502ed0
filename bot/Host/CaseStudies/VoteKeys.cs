using System.Security.Cryptography;
using System.Text;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.CaseStudies;

/// <summary>One random key for each case study, under which voters have names that mean nothing without it. It is destroyed when voting ends.</summary>
internal sealed class VoteKeys(KeyWrapping wrapping)
{
    public async Task<WrappedKey> NewAsync(CaseStudyId study, CancellationToken ct)
    {
        using var key = SecretKey.New();
        return await wrapping.WrapAsync(ContextOf(study), key, ct);
    }

    /// <exception cref="MasterKeyException">The key's master key is not to be had, or the key was tampered with.</exception>
    public async Task<VoterKey> VoterAsync(CaseStudyId study, WrappedKey wrapped, UserId user, CancellationToken ct)
    {
        using var key = await wrapping.UnwrapAsync(ContextOf(study), wrapped, ct);
        return new VoterKey(PersonCode.Of(key, "retrobot/voter"u8, study.Team.Tenant, user));
    }

    /// <summary>What binds a recipe's votes to its recipient. It has nothing in common with the name under which they vote.</summary>
    /// <exception cref="MasterKeyException">As above.</exception>
    public async Task<string> TicketAsync(CaseStudyId study, WrappedKey wrapped, UserId user, CancellationToken ct)
    {
        using var key = await wrapping.UnwrapAsync(ContextOf(study), wrapped, ct);
        return PersonCode.Of(key, "retrobot/recipe"u8, study.Team.Tenant, user);
    }

    /// <inheritdoc cref="TicketAsync"/>
    public async Task<bool> IsTicketAsync(CaseStudyId study, WrappedKey wrapped, UserId user, string ticket, CancellationToken ct) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(await TicketAsync(study, wrapped, user, ct)), Encoding.UTF8.GetBytes(ticket));

    private static string ContextOf(CaseStudyId study) => $"votes|{study.Team.Tenant}|{study.Team}|{study}";
}
