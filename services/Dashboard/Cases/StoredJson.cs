using System.Text.Encodings.Web;
using System.Text.Json;

namespace Moderation.Dashboard.Cases;

internal static class StoredJson
{
    // Devanagari as it is: escaped, a Hindi text would take twice the room.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, _options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, _options)!;
}
