using System.Text.RegularExpressions;
using RetroBot.Cards;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Storage;
using RetroBot.Tests.Cards.Speaking;
using Xunit;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>What RetroBot must never do is offered by no text, card, export or table: not in any language.</summary>
public sealed partial class NeverTests
{
    /// <summary>An example for each of <see cref="NeverSaid.All"/>, in its order.</summary>
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["en"] = ["the leaderboard", "your score", "a target of 80 %", "4 people have not answered", "worth 400 €", "12 prompts", "your productivity", "reveal the author", "9 hours saved"],
        ["de"] = ["die Rangliste", "deine Punktzahl", "die Antwortquote", "Bo hat nicht geantwortet", "400 € Einsparung", "12 Prompts", "deine Leistung", "einzelne Antworten", "insgesamt 9 Stunden"],
        ["fr"] = ["le classement", "votre score", "le taux de réponse", "qui a répondu", "400 € d’économies", "12 prompts", "votre productivité", "réponses brutes", "9 h au total"],
        ["es"] = ["el ranking", "tu puntuación", "la tasa", "quién ha respondido", "ahorros", "12 prompts", "tu rendimiento", "revelar", "9 h en total"],
        ["pt-BR"] = ["o ranking", "sua pontuação", "a meta", "quem não respondeu", "custos", "12 prompts", "seu desempenho", "revelar", "9 h no total"],
        ["ja"] = ["ランキング", "あなたのスコア", "回答率", "未回答の人", "コスト", "プロンプト数", "生産性", "個別の回答", "合計時間"],
        ["ar"] = ["لوحة الصدارة", "نقاط", "معدل", "من أجاب", "تكلفة", "مقدار استخدام", "إنتاجية", "إجابات فردية", "إجمالي الساعات"],
    };

    private static readonly (string Name, string Text)[] Columns =
    [
        .. CatalogColumn.All.Select(column => (column.Name, InWords(column.Name))),
        .. StorageSchema.All.SelectMany(kind => kind.All.Select(column => ($"{kind.Table}.{column.Name}", $"{InWords(column.Name)} {column.Purpose}"))),
        .. typeof(OrganisationReport).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).SelectMany(type => type.GetProperties()).Select(property => (property.Name, InWords(property.Name))),
    ];

    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_text_offers_it(string tag) => Assert.Empty(Said(TextFiles.Of(Languages.Find(tag)!).Select(text => (TextFiles.BaseOf(text.Key), text.Value)), tag));

    /// <summary>What cards send: verbs, names of fields, values of choices. Their words are texts, names of people and teams, and what people wrote.</summary>
    [Fact]
    public void No_card_asks_for_it() => Assert.Empty(Said(DrawnForm.All.SelectMany(Identifiers).Distinct().Select(word => (word, InWords(word))), "en"));

    [Fact]
    public void No_column_keeps_it_or_exports_it()
    {
        Assert.True(Columns.Length > 100, $"Only {Columns.Length} columns were found.");
        Assert.Empty(Said(Columns, "en"));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Its_words_are_known_in_every_language(string tag) =>
        Assert.All(NeverSaid.All.Zip(Examples[tag]), example => Assert.True(example.First.IsSaidBy(example.Second, tag), $"“{example.Second}” would be passed over."));

    [Fact]
    public void Nothing_may_say_such_a_word_that_does_not() => Assert.All(NeverSaid.All, never =>
        Assert.All(never.MaySay, name => Assert.True(never.IsSaidBy(TextFiles.English.GetValueOrDefault(name) ?? Columns.Single(column => column.Name == name).Text, "en"), $"{name} says no such word.")));

    private static IEnumerable<string> Said(IEnumerable<(string Name, string Text)> texts, string tag) =>
        from text in texts
        from never in NeverSaid.All
        where never.IsSaidBy(text.Text, tag) && !never.MaySay.Contains(text.Name, StringComparer.Ordinal)
        select $"{text.Name} seems to {never.What}: {text.Text}";

    private static IEnumerable<string> Identifiers(DrawnForm form) =>
    [
        .. form.Verbs,
        .. form.Inputs.Select(input => DrawnForm.Text(input, "id")!),
        .. form.Inputs.SelectMany(input => input["choices"]?.AsArray().Select(choice => DrawnForm.Text(choice!.AsObject(), "value")!) ?? []),
    ];

    /// <summary><c>reporting_period</c> and <c>ScheduledSince</c> as words.</summary>
    private static string InWords(string identifier) => Seam().Replace(identifier, " ");

    [GeneratedRegex(@"[_.-]|(?<=\p{Ll})(?=\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Seam();
}
