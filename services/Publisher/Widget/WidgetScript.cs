using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.Publisher.Answers;

namespace Moderation.Publisher.Widget;

/// <summary>The readers' widget as browsers get it: the modules under <c>Script</c> and the style sheet, in one function's scope.</summary>
internal sealed partial class WidgetScript
{
    // What a module names at its top level stands before what uses it at once; the last one defines the elements.
    internal static readonly IReadOnlyList<string> Modules =
    [
        "words", "settings", "elements", "times", "memory", "api", "attempt", "fields", "form", "reply", "comment", "branch", "thread",
        "own", "pill", "scroll", "counts", "live", "changes", "discussion", "sheet", "reader-comments",
    ];

    // It stands in a script of its own, never between tags.
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Once at a start there is time for the smallest.
    private static readonly ContentCoding _thoroughBrotli = ContentCoding.Brotli with { Wrap = stream => new BrotliStream(stream, CompressionLevel.SmallestSize) };
    private static readonly ContentCoding _thoroughGzip = ContentCoding.Gzip with { Wrap = stream => new GZipStream(stream, CompressionLevel.SmallestSize) };

    private readonly byte[] _plain;
    private readonly byte[] _brotli;
    private readonly byte[] _gzip;

    private WidgetScript(byte[] plain)
    {
        _plain = plain;
        _brotli = _thoroughBrotli.Encode(plain);
        _gzip = _thoroughGzip.Encode(plain);
        Version = Convert.ToHexStringLower(SHA256.HashData(plain))[..16];
    }

    /// <summary>Changes when the script does: 16 hex digits.</summary>
    public string Version { get; }

    public static WidgetScript Build()
    {
        var modules = string.Concat(Modules.Select(module => Compact.Script(ModuleSyntax().Replace(Read($"{module}.js"), ""))));
        var styles = JsonSerializer.Serialize(Compact.Styles(Read("widget.css")), _readable);
        var script = $"(() => {{\n\"use strict\";\n{modules.Replace("\"widget.css\"", styles, StringComparison.Ordinal)}}})();\n";
        return new WidgetScript(Encoding.UTF8.GetBytes(script));
    }

    public byte[] In(ContentCoding? coding) => coding?.Name switch
    {
        null => _plain,
        "br" => _brotli,
        _ => _gzip,
    };

    // Imports tell editors where a name comes from; here all modules share one scope.
    [GeneratedRegex("^import .*\n+|^export (?=class|const|function|async)", RegexOptions.Multiline)]
    private static partial Regex ModuleSyntax();

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(WidgetScript).Assembly.GetManifestResourceStream($"widget/{file}")!);
        return reader.ReadToEnd();
    }
}
