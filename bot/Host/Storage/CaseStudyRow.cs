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

    [Stored(Topic.CaseStudies, "its title")]
    public string Title { get; set; } = "";

    [Stored(Topic.CaseStudies, "the usual way, in the author's words")]
    public string? UsualWay { get; set; }

    [Stored(Topic.CaseStudies, "what AI did")]
    public string? AiRole { get; set; }

    [Stored(Topic.CaseStudies, "how it was checked")]
    public string? HumanCheck { get; set; }

    [Stored(Topic.CaseStudies, "what changed: choices")]
    public string Changes { get; set; } = "";

    [Stored(Topic.CaseStudies, "when not to use it")]
    public string? NotWhen { get; set; }

    [Stored(Topic.CaseStudies, "how to try it")]
    public string HowToTry { get; set; } = "";

    [Stored(Topic.CaseStudies, "which tool of the team's list")]
    public string? Tool { get; set; }

    [Stored(Topic.CaseStudies, "which kind of work")]
    public WorkArea Area { get; set; }

    [Stored(Topic.CaseStudies, "how the author came upon it")]
    public Discovery? Discovery { get; set; }

    [Stored(Topic.CaseStudies, "a link to what shows it")]
    public string? Evidence { get; set; }

    [Stored(Topic.CaseStudies, "whether it was compared or measured")]
    public Confidence? Confidence { get; set; }

    [Stored(Topic.CaseStudies, "the author's name, only where the author chose to sign", IsPersonal = true)]
    public string? Signature { get; set; }

    [Stored(Topic.CaseStudies, "the quarter of the year in which it was written")]
    public string Quarter { get; set; } = "";

    [Stored(Topic.CaseStudies, "SHA-256 of the withdraw code, which lies in the author's own chat and nowhere else")]
    public string Withdraw { get; set; } = "";

    [Stored(Topic.CaseStudies, "the week with whose digest it was published; absent while it waits")]
    public string? Round { get; set; }

    [Stored(Topic.Votes, "which master key wraps the vote key", Until = Until.VotingEnds)]
    public string? MasterKeyId { get; set; }

    [Stored(Topic.Votes, "the vote key, wrapped: without the master key it opens nothing", Until = Until.VotingEnds)]
    public byte[]? WrappedVoteKey { get; set; }

    [Stored(Topic.CaseStudies, "the bands of votes shown last, and, while voting lasts, the counts behind them; whether the outcome that the team tracks became better after it")]
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
