namespace RetroBot.Tests.Crashes;

/// <summary>What is thought of an ending.</summary>
/// <param name="Faults">None where it is as it should be.</param>
/// <param name="Remarks">What is worth knowing of how it came about.</param>
internal sealed record Verdict(IReadOnlyList<string> Faults, IReadOnlyList<string> Remarks)
{
    public bool Failed => Faults.Count > 0;

    public static Verdict Of(IEnumerable<string> faults, params IEnumerable<string> remarks) => new([.. faults], [.. remarks.Where(remark => remark.Length > 0)]);

    public override string ToString() => $"{(Failed ? $"FAILED: {string.Join("; ", Faults)}" : "ok")}{(Remarks.Count > 0 ? $" ({string.Join(", ", Remarks)})" : "")}";
}
