namespace Moderation.Worker.Rules;

/// <summary>A text of a comment that rules read.</summary>
internal enum Field
{
    Body,
    Name,
    Url,
}

internal static class Fields
{
    /// <summary>As rule files name them.</summary>
    public static readonly IReadOnlyDictionary<string, Field> ByName = new Dictionary<string, Field>(StringComparer.Ordinal)
    {
        ["body"] = Field.Body,
        ["name"] = Field.Name,
        ["url"] = Field.Url,
    };

    /// <summary>As spans name it.</summary>
    public static string InSpans(this Field field) => field switch
    {
        Field.Body => "body",
        Field.Name => "author.name",
        _ => "author.url",
    };
}
