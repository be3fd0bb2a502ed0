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

    private static string ContextOf(CaseStudyId study) => $"votes|{study.Team.Tenant}|{study.Team}|{study}";
}
