using System.Security.Cryptography;
using System.Text;

namespace Moderation.Publisher.Pages;

/// <summary>Stands for a page's id wherever it is stored: short, whatever the id is made of.</summary>
internal static class PageKey
{
    public static string Of(string pageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pageId)));
}
