using System.Collections.Frozen;
using System.Text;

namespace Moderation.Text.Links;

/// <summary>What a host looks like at a glance. Indic letters stay as they are: their marks are no decoration.</summary>
internal static class HostSkeleton
{
    private static readonly FrozenDictionary<char, char> _lookAlikes = Pairs(
        "аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl ґr ԍg ьb ɡg ɑa ɩi ıi łl øo đd ħh ŧt ƅb ƿp ʏy ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk "
        + "ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ᴢz "
        + "αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj σo "
        + "0o 1l |l ‐- ‑- –- —-");

    /// <summary>The name with every letter replaced by the plain Latin one it is taken for.</summary>
    public static string Of(string host)
    {
        var plain = new StringBuilder(host.Length);
        foreach (var unit in TextView.Clean(host).Text.Normalize(NormalizationForm.FormD))
        {
            if (unit is >= '\u0300' and <= '\u036F')
                continue;
            plain.Append(_lookAlikes.TryGetValue(unit, out var letter) ? letter : unit);
        }
        return plain.Replace("rn", "m").Replace("vv", "w").ToString().Trim('.');
    }

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        pairs.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
