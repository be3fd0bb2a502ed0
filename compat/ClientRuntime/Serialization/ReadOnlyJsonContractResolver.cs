using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Rest.Serialization;

/// <summary>Does not write properties that cannot be set: those of anonymous types, among others.</summary>
public class ReadOnlyJsonContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var json = base.CreateProperty(member, memberSerialization);
        if (member is PropertyInfo property)
        {
            var isWritten = property.SetMethod is { IsPrivate: false } || property.GetMethod is { IsStatic: true };
            json.ShouldSerialize = _ => isWritten;
        }

        return json;
    }
}
