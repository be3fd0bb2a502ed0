namespace RetroBot.Cards.People;

/// <summary>Says from now on in which language a person is written to, in that language.</summary>
public sealed record LanguageChosenCard(LanguageChoice Choice) : NoticeCard
{
    private protected override string Title(Texts texts) => Choice is LanguageChoice.In(var language) ? texts.Format("LanguageChosen.Title", language.OwnName) : texts["LanguageChosen.AsInTeamsTitle"];

    private protected override string Text(Texts texts) => texts[Choice is LanguageChoice.In ? "LanguageChosen.Text" : "LanguageChosen.AsInTeamsText"];
}
