using System.Text.Json;

namespace Moderation.Benchmarks.Quality;

/// <summary>A text and what people say of it.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Text">What somebody wrote.</param>
/// <param name="Label"><c>abuse</c>, <c>spam</c> or <c>ok</c>.</param>
/// <param name="Language"><c>hi</c>, <c>hi-Latn</c> or <c>en</c>.</param>
internal sealed record LabelledText(string File, int Line, string Text, string Label, string Language)
{
    /// <param name="path">A file with an object <c>{"text", "label", "lang"}</c> a line.</param>
    public static IEnumerable<LabelledText> Read(string path) =>
        from line in System.IO.File.ReadLines(path).Index()
        where line.Item.Length > 0
        let row = JsonSerializer.Deserialize<Row>(line.Item, JsonSerializerOptions.Web)!
        select new LabelledText(Path.GetFileName(path), line.Index + 1, row.Text, row.Label, row.Lang);

    private sealed record Row(string Text, string Label, string Lang);
}
