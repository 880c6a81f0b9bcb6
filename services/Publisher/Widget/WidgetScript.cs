using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Publisher.Widget;

/// <summary>The readers' widget as browsers get it: the modules under <c>Script</c> and the style sheet, in one function's scope.</summary>
internal sealed partial class WidgetScript
{
    // What a module names at its top level stands before what uses it at once; the last one defines the elements.
    private static readonly string[] _modules =
    [
        "words", "settings", "elements", "times", "memory", "api", "attempt", "fields", "form", "reply", "comment", "branch", "thread",
        "own", "pill", "scroll", "counts", "live", "changes", "discussion", "sheet", "reader-comments",
    ];

    // It stands in a script of its own, never between tags.
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WidgetScript(byte[] plain)
    {
        Plain = plain;
        Brotli = Compressed(plain, target => new BrotliStream(target, CompressionLevel.SmallestSize));
        Gzip = Compressed(plain, target => new GZipStream(target, CompressionLevel.SmallestSize));
        Version = Convert.ToHexStringLower(SHA256.HashData(plain))[..16];
    }

    public byte[] Plain { get; }

    public byte[] Brotli { get; }

    public byte[] Gzip { get; }

    /// <summary>Changes when the script does: 16 hex digits.</summary>
    public string Version { get; }

    public static WidgetScript Build()
    {
        var script = new StringBuilder("(() => {\n\"use strict\";\n");
        foreach (var module in _modules)
        {
            script.Append(Compact.Script(ModuleSyntax().Replace(Read($"{module}.js"), "")));
        }

        script.Append("})();\n").Replace("\"widget.css\"", JsonSerializer.Serialize(Compact.Styles(Read("widget.css")), _readable));
        return new WidgetScript(Encoding.UTF8.GetBytes(script.ToString()));
    }

    // Imports tell editors where a name comes from; here all modules share one scope.
    [GeneratedRegex("^import .*\n+|^export (?=class|const|function|async)", RegexOptions.Multiline)]
    private static partial Regex ModuleSyntax();

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(WidgetScript).Assembly.GetManifestResourceStream($"widget/{file}")!);
        return reader.ReadToEnd();
    }

    private static byte[] Compressed(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        using (var compress = compressor(target))
        {
            compress.Write(plain);
        }

        return target.ToArray();
    }
}
