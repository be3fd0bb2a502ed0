using RetroBot.Cards.Diagnosis;

namespace RetroBot.Host.Diagnosis;

/// <summary>What a check found.</summary>
internal abstract record Finding
{
    private Finding(IReadOnlyList<Remark> remarks) => Remarks = remarks;

    public IReadOnlyList<Remark> Remarks { get; }

    public sealed record Works(params IReadOnlyList<Remark> Said) : Finding(Said);

    public sealed record NeedsAttention(params IReadOnlyList<Remark> Said) : Finding(Said);

    public sealed record Fails(params IReadOnlyList<Remark> Said) : Finding(Said);
}
