using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Contracts;

/// <summary>Every store, on one fresh storage: what one of them does is seen by the others.</summary>
public sealed record Stores(ITeamStore Teams, ILeftTeamStore LeftTeams, IRoundStore Rounds, IAnswerStore Answers, ILedger Ledger, IPreferenceStore Preferences, IChatStore Chats, ISenderLeaseStore Senders, ICaseStudyStore CaseStudies, IVoteStore Votes, IQuarterStore Quarters);
