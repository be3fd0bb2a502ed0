using System.Text.Json;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>A case study's columns. It is written whole, so that a key that is null leaves no column behind.</summary>
internal sealed class CaseStudyRow : Row
{
    private const char Comma = ',';

    public string Title { get; set; } = "";
    public string? UsualWay { get; set; }
    public string? AiRole { get; set; }
    public string? HumanCheck { get; set; }
    public string Changes { get; set; } = "";
    public string? NotWhen { get; set; }
    public string HowToTry { get; set; } = "";
    public string? Tool { get; set; }
    public WorkArea Area { get; set; }
    public Discovery? Discovery { get; set; }
    public string? Evidence { get; set; }
    public Confidence? Confidence { get; set; }
    public string? Signature { get; set; }
    public string Quarter { get; set; } = "";
    public string Withdraw { get; set; } = "";
    public string? Round { get; set; }
    public string? MasterKeyId { get; set; }
    public byte[]? WrappedVoteKey { get; set; }
    public string Support { get; set; } = "";

    public static CaseStudyRow Of(CaseStudy study) => new()
    {
        PartitionKey = Keys.CaseStudiesOf(study.Id.Team),
        RowKey = Keys.CaseStudyRow(study.Id),
        Title = study.Story.Title,
        UsualWay = study.Story.UsualWay,
        AiRole = study.Story.AiRole,
        HumanCheck = study.Story.HumanCheck,
        Changes = string.Join(Comma, study.Story.Changes),
        NotWhen = study.Story.NotWhen,
        HowToTry = study.Story.HowToTry,
        Tool = study.Story.Tool,
        Area = study.Story.Area,
        Discovery = study.Story.Discovery,
        Evidence = study.Story.Evidence?.Value,
        Confidence = study.Story.Confidence,
        Signature = study.Signature,
        Quarter = study.Quarter.ToString(),
        Withdraw = study.Withdraw.Value,
        Round = study.Round?.ToString(),
        MasterKeyId = study.VoteKey?.MasterKeyId,
        WrappedVoteKey = study.VoteKey?.Bytes.ToArray(),
        Support = JsonSerializer.Serialize(study.Support),
    };

    public CaseStudy ToCaseStudy() => new(
        new CaseStudyId(Keys.TeamOfCaseStudies(PartitionKey), Keys.IdOfCaseStudy(RowKey)),
        new Story(
            Title, UsualWay, AiRole, HumanCheck, [.. Changes.Split(Comma).Select(Enum.Parse<Change>)], NotWhen, HowToTry,
            Tool, Area, Discovery, Evidence is { } link ? new EvidenceLink(link) : null, Confidence),
        Signature,
        Core.CaseStudies.Quarter.TryParse(Quarter, out var quarter) ? quarter : throw Unreadable(),
        new WithdrawHash(Withdraw),
        Round is { } name ? RoundName.TryParse(name, out var round) ? round : throw Unreadable() : null,
        MasterKeyId is { } master ? new WrappedKey(master, WrappedVoteKey) : null,
        JsonSerializer.Deserialize<Support>(Support)!);

    private static InvalidOperationException Unreadable() => new("A case study was changed in storage: its quarter or round is none.");
}
