namespace RetroBot.Core.CaseStudies;

/// <summary>The kinds of work that case studies are sorted by.</summary>
public enum WorkArea
{
    FirstDrafts,
    Summarising,
    MeetingNotes,
    EmailTriage,
    Translation,
    DocumentSearch,
    Research,
    DataAnalysis,
    Spreadsheets,
    WritingCode,
    TestingCode,
    Debugging,
    SupportHistory,
    CustomerCommunication,
    MarketingCopy,
    Planning,
    Presentations,
    ImagesAndMedia,
    Compliance,
    Other,
}
