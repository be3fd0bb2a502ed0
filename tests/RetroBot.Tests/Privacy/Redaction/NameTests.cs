using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

public sealed class NameTests
{
    [Theory]
    [InlineData("Anna Schmidt", "Anna Schmidt|Schmidt Anna|Schmidt, Anna|A. Schmidt|A Schmidt|Anna S|ANNA SCHMIDT|anna schmidt|anna.schmidt|AnnaSchmidt|anna_schmidt|Anna|Schmidt|Annas|Schmidts|Anna\nSchmidt|Anna  Schmidt")]
    [InlineData("Dr. Schmidt, Anna (Contoso GmbH) | Sales", "Anna Schmidt|Schmidt|Anna")]
    [InlineData("Anna Schmidt [External] - Contoso", "Anna Schmidt")]
    [InlineData("Anna Schmidt, PhD", "Anna Schmidt|Schmidt, Anna")]
    [InlineData("anna.schmidt@contoso.com", "Anna Schmidt|Anna")]
    [InlineData("José Müller", "Jose Muller|José Mueller|JOSÉ MÜLLER|Jose\u0301 Mu\u0308ller|Müllers|Mueller")]
    [InlineData("Mueller", "Müller|MUELLER")]
    [InlineData("Søren Ærø", "Søren|Soren|Soeren|Aero")]
    [InlineData("Łukasz Straße", "Lukasz|Strasse|STRASSE")]
    [InlineData("Anne-Marie Smith-Jones", "Anne-Marie|Anne|Marie|Annemarie|Anne Marie|Smith|Jones|Smith-Jones|Anne-Marie Smith-Jones|A. Smith-Jones|Smith Jones")]
    [InlineData("Vincent van der Berg", "Vincent van der Berg|van der Berg|Berg|V. van der Berg|Van der Berg|van der Berg, Vincent|vanderberg")]
    [InlineData("Seán O'Brien", "Sean O’Brien|O'Brien|OBrien|O`Brien|O´Brien")]
    [InlineData("Fatima Al-Sayed", "Fatima Al-Sayed|Al-Sayed|Al Sayed|Sayed|AlSayed")]
    [InlineData("John Smith III", "John Smith")]
    [InlineData("William \"Bill\" Gates", "Bill|William")]
    [InlineData("山田 太郎 (Taro Yamada)", "山田太郎|太郎|山田|Taro Yamada|YAMADA, Taro")]
    [InlineData("山田太郎", "山田太郎|山田|太郎|山田　太郎")]
    [InlineData("アンナ・シュミット", "アンナ・シュミット|アンナ|シュミット|ｱﾝﾅ")]
    [InlineData("김민수", "김민수|민수")]
    [InlineData("أحمد الحربي", "أحمد الحربي|احمد الحربى|أَحْمَد|الحربي|حربي|الحربي أحمد")]
    [InlineData("عبد الله القحطاني", "عبد الله|عبدالله|عبدالله القحطاني|القحطاني")]
    [InlineData("Jose´ García", "Jose García|García|Jose")]
    [InlineData("Jose ¨ García", "Jose García|García|Jose")]
    [InlineData("محمد ـ علي", "محمد علي|محمد")]
    [InlineData("山田太郎 \u0301", "山田太郎|太郎")]
    [InlineData("Дмитрий Соколов", "Дмитрий Соколов|соколов|Дмитрий")]
    [InlineData("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai|Nguyen Thi Minh Khai|Nguyen")]
    public void A_name_is_found_in_all_its_spellings(string displayName, string spellings) =>
        Assert.All(spellings.Split('|'), spelling => Assert.Equal([TextCleaning.Clean(spelling)], Originals($"(x) with {spelling}", displayName)));

    [Theory]
    [InlineData("Ann Ives", "Annual, Anniversary, Anna, Maryann, Divest, Ivess")]
    [InlineData("Dr. Prof. Herr Uwe Ives (Sales) | Contoso", "Dr. Prof. Herr Sales Contoso")]
    [InlineData("Vincent van der Berg", "the van of der die das; Bergamo")]
    [InlineData("Ludwig von Ives", "von Anfang an, von hier")]
    [InlineData("João de Ives e Sá-Ives", "de a e o da")]
    [InlineData("عبد الله القحطاني", "الله يعلم، عبد")]
    [InlineData("محمد بن سلمان", "بن علي")]
    [InlineData("山田 太郎", "山と田、太い、郎")]
    [InlineData("鈴木 エミ", "エミュレーター、キエミ")]
    [InlineData("Сара Ives", "capa, Capa")]
    public void What_only_looks_like_a_name_stays(string displayName, string text) => Assert.Empty(Originals(text, displayName));

    [Theory]
    [InlineData("Anna's idea, Anna’s idea, James' idea", "[…]'s idea, […]’s idea, […]' idea")]
    [InlineData("Annas Idee", "[…] Idee")]
    [InlineData("山田さんと山田様", "[…]さんと[…]様")]
    [InlineData("سألت أحمد وأحمد ولأحمد وبأحمد", "سألت […] و[…] ول[…] وب[…]")]
    [InlineData("Dr. Anna Schmidt and Mr. James Bond", "Dr. […] and Mr. […]")]
    [InlineData("Anna, James and Schmidt", "[…], […] and […]")]
    [InlineData("d'Anna, l’Anna", "d'[…], l’[…]")]
    [InlineData("Vincent van Contoso and Vincent van der Berg", "[…] van Contoso and […]")]
    public void Only_the_name_is_taken_out_and_what_is_written_on_to_it_stays(string text, string clean) =>
        Assert.Equal(clean, Redactor.Redact(text, Terms("Anna Schmidt", "James Bond", "山田 太郎", "أحمد الحربي", "Vincent van der Berg")).Text);

    [Theory]
    [InlineData("An\u200Bna")]
    [InlineData("A\u00ADnna")]
    [InlineData("\u202EAnna\u202C")]
    [InlineData("A\uFE0Fnna")]
    [InlineData("Ａｎｎａ")]
    [InlineData("𝐀𝐧𝐧𝐚")]
    [InlineData("Ⓐⓝⓝⓐ")]
    [InlineData("Αnna")]
    [InlineData("A\u0336n\u0336n\u0336a\u0336")]
    public void A_name_does_not_hide_behind_what_looks_the_same(string text) => Assert.Equal("with […] again", Redactor.Redact($"with {text} again", Terms("Anna Schmidt", "Аnna Schmidt")).Text);

    [Fact]
    public void Blank_and_odd_display_names_are_nobody() => Assert.Empty(Redactor.Redact("A sentence, with words (and more) of I and 1.", Terms("", " ", "...", "(Contoso)", "Dr.", "|", "@", "A", "\uD800", "´", "\u0301", "か\u0301", "ـ")).Redactions);

    private static IEnumerable<string> Originals(string text, string displayName) => Redactor.Redact(text, Terms(displayName)).Redactions.Select(redaction => redaction.Original);

    private static RedactionTerms Terms(params string[] names) => new(new("tenant"), names, []);
}
