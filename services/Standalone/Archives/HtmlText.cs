using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Moderation.Standalone.Archives;

/// <summary>What a reader saw of a comment that was kept as HTML.</summary>
internal static class HtmlText
{
    private static readonly HtmlParser _parser = new();

    /// <param name="html">A fragment.</param>
    /// <param name="keepsLines">Whether a line end in it is one on the page, as WordPress has it; else only elements begin lines.</param>
    public static string Of(string html, bool keepsLines)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            return html.Trim();
        }

        var text = new StringBuilder(html.Length);
        Append(text, _parser.ParseDocument(html).Body!, keepsLines);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, INode parent, bool keepsLines)
    {
        // No recursion: a thousand elements may stand within each other.
        var node = parent.FirstChild;
        while (node is not null && node != parent)
        {
            Open(text, node, keepsLines);
            if (node.FirstChild is { } child && !IsHidden(node))
            {
                node = child;
                continue;
            }

            Close(text, node);
            while (node != parent && node!.NextSibling is null)
            {
                node = node.Parent;
                if (node is not null && node != parent)
                {
                    Close(text, node);
                }
            }

            node = node == parent ? parent : node.NextSibling;
        }
    }

    private static void Open(StringBuilder text, INode node, bool keepsLines)
    {
        switch (node)
        {
            case IText { Data: var data }:
                text.Append(keepsLines ? data : data.ReplaceLineEndings(" "));
                break;
            case IElement { LocalName: "br" }:
                // WordPress writes a line end after it as well.
                text.Append(keepsLines && node.NextSibling is IText { Data: ['\n' or '\r', ..] } ? "" : "\n");
                break;
            case IElement { LocalName: "img" } image:
                text.Append(image.GetAttribute("alt") ?? image.GetAttribute("src"));
                break;
            case IElement { LocalName: "li" }:
                StartLine(text);
                text.Append("- ");
                break;
            case IElement element when IsBlock(element):
                StartLine(text);
                break;
        }
    }

    private static void Close(StringBuilder text, INode node)
    {
        switch (node)
        {
            case IElement { LocalName: "a" } link when link.GetAttribute("href") is { Length: > 0 } address && !link.TextContent.Contains(address, StringComparison.Ordinal):
                text.Append(' ').Append('(').Append(address).Append(')');
                break;
            case IElement { LocalName: "p" or "blockquote" }:
                StartLine(text);
                text.Append('\n');
                break;
            case IElement element when IsBlock(element):
                StartLine(text);
                break;
        }
    }

    private static void StartLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private static bool IsHidden(INode node) => node is IElement { LocalName: "script" or "style" or "template" or "noscript" };

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "blockquote" or "pre" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "tr";
}
