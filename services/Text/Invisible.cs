using System.Buffers;

namespace Moderation.Text;

/// <summary>
/// Characters that nobody sees: Unicode's Default_Ignorable_Code_Point, the interlinear annotation marks,
/// and control characters other than white space.
/// </summary>
internal static class Invisible
{
    private static readonly SearchValues<char> _controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Select(c => (char)c).Where(c => !char.IsWhiteSpace(c))]);

    public static bool OccursInAscii(string text) => text.AsSpan().ContainsAny(_controls);

    public static bool Is(int codePoint) => codePoint switch
    {
        < 0x20 => codePoint is not (>= '\t' and <= '\r') and not (>= 0x1C and <= 0x1F),
        < 0x7F => false,
        < 0xA0 => codePoint != 0x85,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F => true,
        0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0xFE00 and <= 0xFE0F or >= 0xFFF0 and <= 0xFFFB => true,
        >= 0x1BCA0 and <= 0x1BCA3 or >= 0x1D173 and <= 0x1D17A or >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };
}
