using System.Collections.Frozen;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Decides whether an ordinary word that is also a name is used as one: Will, Sommer, Rosa, 森, أمل. A missed name is worse than a word too many, so where the word could be either it is a name;
/// but a month beside a date, and a word that a product bears too, are words, although each can be a colleague ("since April joined", "Claude wrote it"): stories are full of them.
/// <para>
/// Where a script has capitals: a small letter makes it a word. A capital makes it a name, but for a noun after an article ("im Sommer", "the Bill"), a month beside a date, an abbreviation ("AL"),
/// and a word that opens a sentence as verbs do ("Will it help?", "Mark the row"). A name that a product bears too (Claude) is somebody's only in a full name or after a form of address.
/// </para>
/// <para>Where a script has none it is a word, unless something beside it says otherwise: a form of address (森さん, السيد سعيد), what people do (森が提案, قالت أمل), another name (ليلى وأمل).</para>
/// </summary>
internal sealed class NameContext(string text, IReadOnlyList<NameWord> words, RosterNames roster)
{
    private static readonly FrozenSet<string> Honorifics = WordList.Read("honorifics");
    private static readonly FrozenSet<string> Determiners = WordList.Read("determiners");
    private static readonly FrozenSet<string> Months = WordList.Read("months");
    private static readonly FrozenSet<string> BeforeMonths = WordList.Read("before-months");
    private static readonly FrozenSet<string> BetweenMonths = WordList.Read("between-months");
    private static readonly FrozenSet<string> AfterVerbs = WordList.Read("after-verbs");
    private static readonly FrozenSet<string> Tools = WordList.Read("tools");
    private static readonly FrozenSet<string> Deeds = WordList.Read("arabic-deeds");
    private static readonly IReadOnlyList<string> AfterNames = [.. WordList.Words("calls"), .. WordList.Words("japanese-deeds")];

    /// <param name="isAccompanied">Whether a particle or an initial stands before it that belongs to the same name.</param>
    public bool IsName(int place, bool isAccompanied)
    {
        var word = words[place];
        var first = text[word.Start];
        if (Letters.IsUnspaced(first)) return IsAddressed(word);
        if (char.IsLower(first)) return false;
        if (isAccompanied || IsAmong(Honorifics, Previous(place))) return true;
        if (Letters.IsArabic(first)) return IsAmong(Deeds, Previous(place)) || IsAmong(Deeds, Next(place)) || IsJoined(place - 1, place, place - 1) || IsJoined(place, place + 1, place + 1);
        if (Tools.Contains(word.Key) || IsDate(place) || IsAbbreviation(word) || text.AsSpan(word.End) is ['\'', 't', ..]) return false;
        return StartsSentence(word) ? !IsVerb(place) : !Determiners.Contains(Previous(place));
    }

    /// <summary>Followed by さん and the like, or by what people do; and not the end of a longer word.</summary>
    private bool IsAddressed(NameWord word)
    {
        if (word.End - word.Start == 1 && Letters.IsHan(Letters.Before(text, word.Start))) return false;
        var after = text.AsSpan(word.End).TrimStart(' ');
        foreach (var follower in AfterNames) if (after.StartsWith(follower, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether two words are joined by a comma or "and", and one of them can only be a name.</summary>
    private bool IsJoined(int one, int next, int sure) =>
        one >= 0 && next < words.Count && Between(one, next).Trim() is "," or "و" && roster.IsPart(words[sure].Key) && !words[sure].IsOrdinary;

    /// <summary>A month, beside a number or after a word that tells a time: "3 May", "in May", "April and May".</summary>
    private bool IsDate(int place)
    {
        if (!Months.Contains(words[place].Key)) return false;
        var before = text.AsSpan(0, words[place].Start).TrimEnd(" .");
        if ((before.Length > 0 && char.IsAsciiDigit(before[^1])) || text.AsSpan(words[place].End) is [' ', >= '0' and <= '9', ..]) return true;
        return BeforeMonths.Contains(Previous(place)) || (BetweenMonths.Contains(Previous(place)) && Months.Contains(Previous(place - 1)));
    }

    /// <summary>Before a word that follows a verb rather than a name, or the first half of a longer word: "Will it", "Mark the", "Hope that", "Sky-high".</summary>
    private bool IsVerb(int place) => AfterVerbs.Contains(Next(place)) || Tools.Contains(Next(place)) || (text.AsSpan(words[place].End) is ['-', var letter, ..] && char.IsLower(letter));

    /// <summary>"Al" is a name, "AL" an abbreviation.</summary>
    private bool IsAbbreviation(NameWord word) => word.End - word.Start <= 2 && char.IsUpper(text[word.End - 1]);

    private bool StartsSentence(NameWord word)
    {
        var before = text.AsSpan(0, word.Start).TrimEnd(' ');
        if (before.Length == 0 || "\n!?:;\"([{¿¡*•>#|".Contains(before[^1], StringComparison.Ordinal)) return true;
        if (before[^1] is '-') return word.Start > before.Length;
        return before[^1] is '.' && (before.Length < 2 || !char.IsUpper(before[^2]));
    }

    /// <summary>Whether the word is listed; an Arabic one also without the "and" that is written together with it.</summary>
    private static bool IsAmong(FrozenSet<string> list, string key) =>
        list.Contains(key) || (key.Length > 3 && key[0] is 'و' or 'ف' && list.Contains(key[1..]));

    /// <summary>The word before, when nothing but a space or the point of an abbreviation stands between; else nothing.</summary>
    private string Previous(int place) => place > 0 && Between(place - 1, place).TrimEnd([.. NameText.Prefixes]) is " " or ". " or "." ? words[place - 1].Key : "";

    private string Next(int place) => place + 1 < words.Count && Between(place, place + 1) is " " ? words[place + 1].Key : "";

    private string Between(int one, int next) => words[next].Start - words[one].End is var length and >= 0 and <= 4 ? text.Substring(words[one].End, length) : "?";
}
