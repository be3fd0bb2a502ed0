using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>Words that are also names: everybody on this roster bears one.</summary>
public sealed class OrdinaryNameTests
{
    private static readonly RedactionTerms Terms = new(
        new("tenant"),
        [
            "Will Zabriskie", "Mark Zabriskie", "Grace Zabriskie", "May Zabriskie", "Bill Zabriskie", "Rose Zabriskie", "Hope Zabriskie", "Rich Zabriskie", "Sky Zabriskie", "Claude Zabriskie", "Al Zabriskie", "Bo Zabriskie",
            "Uwe Sommer", "Uwe Lang", "Uwe Koch", "Uwe Klein", "Blanche Zabriskie", "Pierre Zabriskie", "Paz Zabriskie", "Luz Zabriskie", "Rosa Zabriskie", "Alba Zabriskie", "Uwe Rocha", "森 一郎", "林 一郎", "さくら 一郎",
            "أمل الدوسري", "سعيد الدوسري", "كريم الدوسري", "علي الدوسري", "Can Zabriskie", "Max Zabriskie", "April Zabriskie", "Doe, John", "Thi Zabriskie",
        ],
        []);

    [Theory]
    [InlineData("I did it with {Will}.")]
    [InlineData("{Will} said that it works.")]
    [InlineData("{Will} reviewed the draft.")]
    [InlineData("{Mark}, could you have a look?")]
    [InlineData("{Mark} and I compared the two.")]
    [InlineData("Owner: {Mark}")]
    [InlineData("Then {Grace} rewrote it.")]
    [InlineData("{Grace}'s prompt is better.")]
    [InlineData("I asked {May} to check it.")]
    [InlineData("{May} suggested a table.")]
    [InlineData("In May I asked {May}.")]
    [InlineData("Last Friday with {April} we compared the two.")]
    [InlineData("Since March only {April} uses it.")]
    [InlineData("Dr. {Rose} agreed, and Mr {Bill} did too.")]
    [InlineData("{Rose Zabriskie} and {Hope} tried it.")]
    [InlineData("We thought {Rich} and {Sky} had it.")]
    [InlineData("{will zabriskie} wrote it all in small letters.")]
    [InlineData("As {W. Zabriskie} said, and {Al} too.")]
    [InlineData("{Claude Zabriskie} asked Claude.")]
    [InlineData("So did {Bo}.")]
    [InlineData("Das hat {Sommer} gebaut.")]
    [InlineData("Herr {Lang} und Frau {Koch} prüfen es.")]
    [InlineData("{Koch} meinte, es reiche.")]
    [InlineData("{Kochs} Vorlage war besser, {Kleins} kürzer.")]
    [InlineData("Ich habe mit {Klein} gesprochen.")]
    [InlineData("Merci à {Blanche} et à {Pierre}.")]
    [InlineData("{Pierre} a relu le texte.")]
    [InlineData("Mme {Blanche} l'a validé.")]
    [InlineData("Lo hizo {Paz} con {Luz}.")]
    [InlineData("{Luz} encontró el error.")]
    [InlineData("A {Rosa} disse que sim, e o {Rocha} também.")]
    [InlineData("Fiz com a {Alba}.")]
    [InlineData("{森}さんと{林}課長が確認しました。")]
    [InlineData("{森}が提案した手順です。")]
    [InlineData("{さくら}さんの案です。")]
    [InlineData("قالت {أمل} إن النتيجة جيدة.")]
    [InlineData("سألت الأستاذ {سعيد} عن ذلك.")]
    [InlineData("حسب {كريم} فالجدول ناقص.")]
    [InlineData("{أمل الدوسري} كتبت الملخص.")]
    [InlineData("راجع {علي} النص.")]
    [InlineData("{كريم} اقترح جدولا.")]
    [InlineData("حضر {الدوسري} و{سعيد}.")]
    [InlineData("حضر {سعيد} و{الدوسري}.")]
    public void A_word_that_is_used_as_a_name_is_taken_out(string marked)
    {
        var names = marked.Split('{').Skip(1).Select(part => part.Split('}')[0]).ToList();
        var redacted = Redactor.Redact(marked.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), Terms);

        Assert.Equal(names, redacted.Redactions.Select(redaction => redaction.Original), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("It will help, and they will see.")]
    [InlineData("Will it help? Will you try?")]
    [InlineData("Mark the row as done, then mark it done again.")]
    [InlineData("By the grace of the reviewers we passed.")]
    [InlineData("In May and by May 14 it was done. May 2026 was quiet.")]
    [InlineData("From March to April, in March or April, von März bis April, März und April: two months.")]
    [InlineData("Since April joined us, and Claude wrote it.")]
    [InlineData("May I suggest a table?")]
    [InlineData("The bill rose by 4 % under a blue sky, I hope.")]
    [InlineData("Rose by 10 %, fell by 3 %.")]
    [InlineData("Sky-high costs were cut, the Bill among them. AL and BO are states.")]
    [InlineData("Can't ask; we can't know. This does help, thus it stays.")]
    [InlineData("The max value is 10.")]
    [InlineData("I asked Claude for a table, and Claude gave me one.")]
    [InlineData("Im Sommer, der Koch, ein Koch, zum Koch.")]
    [InlineData("Der Text ist lang und klein; ich will ihn kürzen.")]
    [InlineData("Une page blanche, une pierre, la rose.")]
    [InlineData("La luz, la paz, el alba y la rosa.")]
    [InlineData("A rocha, a luz e a rosa.")]
    [InlineData("森の中の林を歩く。森林は広い。")]
    [InlineData("さくらの開花予想です。")]
    [InlineData("小林さんは名簿にいません。")]
    [InlineData("على أمل أن ينجح، وأنا سعيد بذلك.")]
    [InlineData("شكر كريم من العميل على الطاولة.")]
    public void The_ordinary_word_stays(string text)
    {
        var redacted = Redactor.Redact(text, Terms);

        Assert.Empty(redacted.Redactions);
        Assert.Equal(text, redacted.Text);
    }

    [Theory]
    [InlineData("How We {Will} {Mark} Every Draft")]
    [InlineData("SAYS {BILL}, WHO IS {RICH}")]
    [InlineData("{Rich} text was lost.")]
    [InlineData("{Grace} periods differ.")]
    [InlineData("{Luz} verde para todos.")]
    [InlineData("Der neue {Koch} war zu salzig.")]
    public void Where_the_word_could_be_either_it_is_taken_out(string marked) => A_word_that_is_used_as_a_name_is_taken_out(marked);
}
