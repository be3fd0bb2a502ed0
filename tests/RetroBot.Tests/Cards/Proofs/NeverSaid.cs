using System.Text.RegularExpressions;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>Words for one thing that RetroBot must never do, in the seven languages that it speaks.</summary>
/// <param name="Words">A pattern for each language, by its tag.</param>
/// <param name="MaySay">Names of texts and columns that say such a word, since they say that RetroBot does not do it, or speak of something else.</param>
internal sealed record NeverSaid(string What, IReadOnlyDictionary<string, string> Words, IReadOnlyList<string> MaySay)
{
    private static readonly HashSet<string> WithoutSpaces = new(["ja", "ar"], StringComparer.Ordinal);

    public static IReadOnlyList<NeverSaid> All { get; } =
    [
        new("rank people or teams", In(
            en: @"leader ?boards?|rank(s|ed|ing|ings)?|league tables?|who used AI most|top \d+|champions?|winners?",
            de: @"ranglisten?|bestenlisten?|rankings?|am meisten|spitzenreiter\w*|gewinner\w*",
            fr: @"classements?|palmarès|le plus utilisé|utilise le plus|gagnante?s?|champion\w*",
            es: @"clasificación de (personas|equipos)|rankings?|más (usa|usó|ha usado|utiliz\w+)|quién usó más|ganador\w*|podio",
            ptBR: @"rankings?|classificaç\w+|mais us(ou|a|am)|vencedor\w*|placar|campe\w+",
            ja: "ランキング|順位|リーダーボード|一番(多く)?使|最も(多く)?使|優勝",
            ar: "ترتيب|لوحة (ال)?صدارة|الأكثر استخدام|متصدر|الفائز"), ["TeamWelcome.Text"]),
        new("give people scores, badges or streaks", In(
            en: "scores?|streaks?|badges?|points|medals?|troph(y|ies)|levels?",
            de: @"punkte|punktzahl\w*|punktest\w+|score\w*|abzeichen|medaillen?|strähnen?|serien?|rekorde?",
            fr: "scores?|points|badges?|médailles?|trophées?|séries?|niveaux",
            es: @"puntos|puntuación|puntuaciones|rachas?|insignias?|medallas?|trofeos?|niveles",
            ptBR: @"pontos|pontuaç\w+|sequências?|medalhas?|emblemas?|troféus?|níveis",
            ja: "点数|スコア|得点|ポイント|バッジ|連続|メダル|レベル",
            ar: "درجات|نقاط|(?<!إ)شارة|شارات|وسام|أوسمة|سلسلة|مستويات"), ["WhyAsked.Purpose", "WhatIsStored.Never", "TeamWelcome.StoresValue", "verification_level"]),
        new("set quotas or targets", In(
            en: "quotas?|targets?|participation|response rates?|KPIs?|goals?",
            de: @"quoten?|zielvorgaben?|zielwerte?|beteiligung\w*|rücklauf\w*|KPIs?|antwortquote\w*",
            fr: "quotas?|objectifs?|participation|taux|KPIs?",
            es: "cuotas?|objetivos?|participación|tasas?|KPIs?|metas?",
            ptBR: "cotas?|metas?|participação|taxas?|KPIs?|objetivos?",
            ja: "目標|ノルマ|参加率|回答率|KPI",
            ar: "هدف|أهداف|حصة|حصص|نسبة (ال)?(مشاركة|استجابة)|معدل"), []),
        new("list who has answered, and who has not", In(
            en: @"(has|have|had)(n't| not) (yet )?answered|did(n't| not) answer|non-?respon\w+|who (has |have )?(answered|voted)|how (you|they) voted",
            de: @"wer geantwortet|nicht geantwortet|geantwortet ha(t|ben)|wie du.{0,12}gestimmt|wer (ab)?gestimmt",
            fr: @"qui (a|ont) répondu|pas (encore )?répondu|qui a voté",
            es: @"quién ha (respondido|votado)|no ha(n|ya|yan)? (respondido|contestado)|cómo votaste",
            ptBR: @"quem (já |ainda )?(não )?respond\w+|quem votou|como você votou",
            ja: "誰が.{0,4}(回答|投票)|未回答|まだ(回答|答え)",
            ar: "من (أجاب|أجابوا|صوّت)|لم (يجيبوا|يُجيبوا)|كيف صوّت"), ["WhyAsked.Purpose", "Setup.RemindsNote", "SetupSaved.ReminderOn", "CheckMessage.Unconfirmed", "Status.NoAnswers", "Digest.SectionIsNew", "StoryNotice.VoteKept", "teams.Reminds"]),
        new("turn hours into money or headcount", In(
            en: @"[€$£¥]|dollars?|euros?|money|savings|cost saving|labou?r costs?|ROI|return on investment|headcount|FTEs?|salar(y|ies)|budgets?",
            de: @"[€$£¥]|dollar|euros?|geld|einsparung\w*|kosteneinsparung\w*|personalkosten|ROI|rendite|gehalt|gehälter|budgets?|stellenabbau",
            fr: @"[€$£¥]|dollars?|euros?|argent|économies|ROI|rentabilité|salaires?|budgets?|effectifs?|coûts?",
            es: @"[€$£¥]|dólares|euros?|dinero|ahorros|ROI|rentabilidad|salarios?|sueldos?|presupuestos?|plantilla|costes?",
            ptBR: @"[€$£¥]|dólares|dinheiro|economias|ROI|rentabilidade|salários?|orçamentos?|quadro de pessoal|custos?",
            ja: "[€$£¥]|ドル|お金|節約|ROI|給与|給料|予算|人員|人件費|コスト",
            ar: "[€$£¥]|دولار|يورو|أموال|توفير (ال)?(مال|تكاليف)|راتب|رواتب|ميزانية|تكلفة|تكاليف"), []),
        new("count prompts, tokens, sessions or logins", In(
            en: @"prompts?|tokens?|log-?ins?|sessions?|telemetry|usage|how (much|often) .{0,12}uses?|active users?",
            de: @"prompts?|tokens?|logins?|anmeldungen|sitzung(en)?|telemetrie|nutzung\w*|wie (viel|oft).{0,20}nutzt",
            fr: @"prompts?|jetons?|tokens?|connexions|sessions?|télémétrie|données d’utilisation|usage",
            es: "prompts?|tokens?|inicios de sesión|sesiones|telemetría|datos de uso|cuánto usa",
            ptBR: "prompts?|tokens?|logins?|sessões|telemetria|dados de uso|quanto.{0,12}usa",
            ja: "プロンプト|トークン|ログイン|セッション|テレメトリ|(利用|使用)(データ|状況|量|回数)",
            ar: "الأوامر النصية|رموز|تسجيل الدخول|جلسات|بيانات (ال)?استخدام|مقدار استخدام"), ["WhatIsStored.Never", "TeamWelcome.StoresValue", "Story.HowToTryExample"]),
        new("judge anybody's work", In(
            en: @"performance|appraisals?|productivity|evaluat\w+",
            de: @"leistung\w*|mitarbeitergespräch\w*|produktivität\w*|beurteilung\w*",
            fr: "performances?|productivité|évaluations?|entretiens?",
            es: @"rendimiento|desempeño|productividad|evaluaci\w+",
            ptBR: @"desempenho|produtividade|avaliaç\w+",
            ja: "業績|人事評価|生産性|パフォーマンス|査定",
            ar: "تقييم|إنتاجية|الأداء"), []),
        new("offer raw answers, or reveal whose they are", In(
            en: @"reveal\w*|unmask\w*|raw|de-?anonymi[sz]\w+|individual answers?|each answer|identit(y|ies)",
            de: @"enthüll\w*|aufdeck\w*|rohdaten|einzelne antworten|identität\w*|deanonymi\w+",
            fr: @"révéler|dévoiler|brutes?|réponses? individuelles?|identité|désanonymis\w+",
            es: @"revelar|desvelar|en bruto|respuestas? individual(es)?|identidad|desanonimiz\w+",
            ptBR: @"revelar|brut[ao]s|respostas? individua\w+|identidade|desanonimiz\w+",
            ja: "個別の回答|生の回答|生データ|身元|匿名を解除",
            ar: "كشف الأسماء|إظهار الهوية|الإجابات الخام|إجابات فردية"), []),
        new("add up the time that people say they saved", In(
            en: "in total|totals?|hours saved|altogether",
            de: @"insgesamt|summe|gesparte stunden|gesamtzeit",
            fr: "au total|heures gagnées|somme",
            es: "en total|horas ahorradas|suma de",
            ptBR: "no total|horas economizadas|soma de",
            ja: "合計時間|総時間|累計|時間の合計",
            ar: "(إجمالي|مجموع) (ال)?(ساعات|وقت)|ساعات موفّرة"), []),
    ];

    /// <param name="language">Its tag.</param>
    public bool IsSaidBy(string text, string language) => Regex.IsMatch(
        text, WithoutSpaces.Contains(language) ? Words[language] : $@"(?<!\w)({Words[language]})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static Dictionary<string, string> In(string en, string de, string fr, string es, string ptBR, string ja, string ar) =>
        new(StringComparer.Ordinal) { ["en"] = en, ["de"] = de, ["fr"] = fr, ["es"] = es, ["pt-BR"] = ptBR, ["ja"] = ja, ["ar"] = ar };
}
