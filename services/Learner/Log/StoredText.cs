using System.Text.Encodings.Web;
using System.Text.Json;

namespace Moderation.Learner.Log;

internal static class StoredText
{
    // Devanagari as it is: escaped, a Hindi text would take twice the room.
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string text) => JsonSerializer.Serialize(text, _options);

    public static string Read(string stored) => JsonSerializer.Deserialize<string>(stored)!;
}
