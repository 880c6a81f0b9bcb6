using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Moderation.Publisher.Answers;

/// <summary>JSON as the public gets it.</summary>
internal static class PublicJson
{
    // Devanagari as it is, in half the bytes; JSON is never put into HTML here.
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="value">What is answered.</param>
    /// <param name="version">Of the page; 0 for what no page's version stands for.</param>
    public static ReadyAnswer Answer<T>(T value, long version) =>
        new($"{MediaTypeNames.Application.Json}; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, Options), version);
}
