using System.Text.Json.Serialization;

namespace RetroBot.Host.Catalogs;

/// <summary>Written out by the compiler, since an export of a large catalog does little else.</summary>
[JsonSerializable(typeof(SortedStudy))]
internal sealed partial class SortedStudyFormat : JsonSerializerContext;
