namespace RetroBot.Cards.CaseStudies;

public enum AreaChoice
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
