using System.Buffers;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Telephone numbers: international ones, those written as in the countries of the seven languages, and any number that is called one ("Tel. 4711", "内線 123"). Dates, times, amounts, versions and
/// numbers of tickets are none.
/// </summary>
internal sealed class PhoneNumbers : IDetector
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Extension = "(?:[ ,;]{0,3}(?:ext\\.?|extension|extensión|x|dw|durchwahl|poste|ramal|anexo|内線|تحويلة|داخلي|#)[ .:]{0,2}[0-9]{1,6})?";

    private static readonly Regex Dates = new(
        "\\b[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}\\b|\\b(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}\\b|\\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\b|\\b(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)[0-9]{2}\\b",
        Options);

    private static readonly string[] Shapes =
    [
        "(?:\\+ ?|00 ?)\\(?[1-9][0-9]{0,3}\\)?(?:[ ./-]{0,2}\\(?[0-9]{1,11}\\)?){1,6}",
        "\\(?0[1-9][0-9]{0,4}\\)?(?:[ ./-]{0,3}\\(?[0-9]{1,8}\\)?){1,5}",
        "(?:1[ .-])?\\(?[2-9][0-9]{2}\\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}",
        "\\(?[1-9][0-9]\\)? ?9[ ]?[0-9]{4}[ -]?[0-9]{4}", "\\([1-9][0-9]\\) ?[2-5][0-9]{3}[ -]?[0-9]{4}", "9[0-9]{4}-[0-9]{4}",
        "[6-9][0-9]{2}[ .-][0-9]{3}[ .-][0-9]{3}", "[6-9][0-9]{2}(?:[ .-][0-9]{2}){3}", "[89][0-9][ .-][0-9]{3}[ .-][0-9]{2}[ .-][0-9]{2}",
        "[1-9][0-9][ -][0-9]{4}[ -][0-9]{4}", "9[ -][0-9]{4}[ -][0-9]{4}",
    ];

    private static readonly Regex Number = new($"(?:{string.Join('|', Shapes)}){Extension}", Options);

    private static readonly Regex Labelled = new(
        "(?:ال)?(?:\\btel\\.?|telefono|teléfono|telefone|telephone|téléphone|\\btél\\.?|telefon(?:nummer)?|\\bphone(?: number)?|\\bcall(?: me| us| him| her)?(?: on| at)?|mobile|\\bmobil|handy(?:nummer)?|\\bcell|portable|móvil|celular|\\bfone|whatsapp|\\bfax|\\bdurchwahl|\\bext\\.?|\\bextension|extensión|\\bramal|\\bposte|電話(?:番号)?|携帯|内線|هاتف|جوال|تلفون|موبايل|رقم الهاتف|تحويلة|واتساب)(?: is| ist| lautet| est| es| é)?[ :.は]{0,4}\\+?[(]?[0-9][0-9 ()./-]{1,20}[0-9]",
        Options);

    private static readonly Regex NotAPhone = new("(?:ticket|order|invoice|case|incident|issue|build|rechnung|vorgang|auftrag|bestellung|commande|facture|pedido|factura|fatura|chamado|isbn|iban|チケット|注文|請求書|تذكرة|طلب|فاتورة|nr\\.?|no\\.|n°|#)(?: is| ist| est| es| é)?[ .:#]{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex Unit = new("^ ?(?:%|€|\\$|£|¥|eur|usd|brl|rows|lines|tokens|users|zeilen|lignes|filas|líneas|linhas|registros|円|件|行|ريال|دولار|جنيه)", Options);

    private static readonly SearchValues<char> NumberStarts = SearchValues.Create("+(0123456789");

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var text = Dates.Replace(passage.Folded, date => new string('\n', date.Length));
        foreach (var number in Number.EnumerateMatches(text).ToFindings(RedactionReason.PhoneNumber))
            if (Trimmed(text, number) is { } phone && IsPhone(text, phone)) yield return phone;
        foreach (var labelled in Labelled.EnumerateMatches(text).ToFindings(RedactionReason.PhoneNumber))
        {
            var start = text.AsSpan(labelled.Start, labelled.End - labelled.Start).IndexOfAny(NumberStarts) + labelled.Start;
            if (Digits(text, start, labelled.End) is >= 3 and <= 15 && IsAlone(text, labelled)) yield return labelled with { Start = start };
        }
    }

    private static bool IsPhone(string text, Finding number)
    {
        var digits = Digits(text, number.Start, number.End);
        var first = text[number.Start];
        return IsAlone(text, number)
            && (first is '+' ? digits is >= 8 and <= 15 : text.AsSpan(number.Start).StartsWith("00") ? digits is >= 10 and <= 17 : first is '0' || text.AsSpan(number.Start).StartsWith("(0") ? IsNational(text, number, digits) : digits is >= 9 and <= 20)
            && !Unit.IsMatch(text.AsSpan(number.End, Math.Min(12, text.Length - number.End)))
            && !NotAPhone.IsMatch(text.AsSpan(Math.Max(0, number.Start - 20), Math.Min(20, number.Start)));
    }

    /// <summary>With a leading zero: eight digits or more; not "0.123456789", which is a fraction, nor a postal code such as "01310-100".</summary>
    private static bool IsNational(string text, Finding number, int digits)
    {
        var written = text.AsSpan(number.Start, number.End - number.Start);
        return digits is >= 8 and <= 18 && !(written.Length is 9 && written[5] is '-');
    }

    private static bool IsAlone(string text, Finding number) =>
        !Letters.IsSpaced(Letters.Before(text, number.Start)) && Letters.Before(text, number.Start) is not ('_' or '#' or '=' or '/' or '.' or '-' or '+' or '$' or '€' or '£')
        && !Letters.IsSpaced(Letters.At(text, number.End)) && Letters.At(text, number.End) is not ('_' or '=' or '@');

    private static Finding? Trimmed(string text, Finding number)
    {
        if (IsBracketed(text.AsSpan(number.Start, number.End - number.Start))) return new Finding(number.Start + 1, number.End - 1, number.Reason);
        var end = number.End;
        if (text[end - 1] is ')' && text.AsSpan(number.Start, end - number.Start).Count('(') < text.AsSpan(number.Start, end - number.Start).Count(')')) end--;
        return end > number.Start ? number with { End = end } : null;
    }

    /// <summary>Whether the bracket that opens it closes it: "(03(1234)5670)", but not "(11) 91234-5678".</summary>
    private static bool IsBracketed(ReadOnlySpan<char> number)
    {
        if (number is not ['(', .., ')']) return false;
        var depth = 0;
        foreach (var letter in number[..^1])
        {
            depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0) return false;
        }
        return true;
    }

    private static int Digits(string text, int start, int end)
    {
        var digits = 0;
        foreach (var letter in text.AsSpan(start, end - start)) if (char.IsAsciiDigit(letter)) digits++;
        return digits;
    }
}
