using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Catalogs;

/// <summary>Case studies as people publish them.</summary>
internal static class SampleStudies
{
    public static readonly Quarter Q4 = new(2026, 4);

    public static CaseStudy Published(
        TeamId team, int number, string title = "Release notes", string howToTry = "paste the ticket", WorkArea area = WorkArea.WritingCode, string? tool = "Copilot",
        Change change = Change.LessTedious, Confidence? confidence = Confidence.Compared, Discovery? discovery = Discovery.Colleague, Quarter? quarter = null, GroupBand? support = null, string? signature = null, bool metricMoved = false) => new(
        new CaseStudyId(team, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{team.Value} {number}"))[..16])),
        new Story(title, "by hand", "wrote the draft", "read it twice", [change], "never for numbers", howToTry, tool, area, discovery, null, confidence),
        signature,
        quarter ?? Q4,
        new WithdrawHash(Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)))),
        new RoundName(2026, 47),
        VoteKey: null,
        new Support(new ShownSupport(0, support), ShownSupport.None, metricMoved));
}
