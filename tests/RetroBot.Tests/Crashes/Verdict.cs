namespace RetroBot.Tests.Crashes;

/// <summary>What is thought of an ending.</summary>
/// <param name="Faults">None where it is as it should be.</param>
/// <param name="Remark">What is worth knowing of how it came about; empty for nothing.</param>
/// <param name="Notices">How many stand beside the digest.</param>
/// <param name="Census">Of those who were to be asked, where anybody was.</param>
internal sealed record Verdict(IReadOnlyList<string> Faults, string Remark = "", int Notices = 0, Census Census = default)
{
    public bool Failed => Faults.Count > 0;

    public override string ToString()
    {
        List<string> remarks = [.. Remark.Length > 0 ? [Remark] : Array.Empty<string>(), .. Census == default ? Array.Empty<string>() : [$"{Census}"], .. Notices > 0 ? [$"{Notices} notice beside the digest"] : Array.Empty<string>()];
        return $"{(Failed ? $"FAILED: {string.Join("; ", Faults)}" : "ok")}{(remarks.Count > 0 ? $" ({string.Join(", ", remarks)})" : "")}";
    }
}
