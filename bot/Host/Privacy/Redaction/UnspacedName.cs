namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Where the family name ends in a name that is written without a space.</summary>
internal static class UnspacedName
{
    /// <summary>山田太郎 is 山田 and 太郎; 王小明 is 王 and 小明; 김민수 is 김 and 민수.</summary>
    public static IEnumerable<string> Split(string name) => FamilyLength(name) is var family && family < name.Length ? [name[..family], name[family..]] : [name];

    private static int FamilyLength(string name) => name.Length switch
    {
        <= 2 => 1,
        _ when name[0] is >= '\uAC00' and <= '\uD7A3' => 1,
        3 when "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫朱马馬胡郭何罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏呂".Contains(name[0], StringComparison.Ordinal) => 1,
        _ => 2,
    };
}
