using System.Globalization;

namespace Moderation.Worker.Rules;

/// <summary>How a number is compared: <c>&gt; 2</c>, <c>&lt;= 5</c>, or <c>3</c> for exactly three.</summary>
internal readonly record struct Comparison(string Sign, double Limit)
{
    // The longer signs first: "<=" begins with "<".
    private static readonly string[] _signs = [">=", "<=", "==", ">", "<", "="];

    public static bool TryParse(string text, out Comparison comparison)
    {
        var rest = text.AsSpan().Trim();
        var sign = "=";
        foreach (var known in _signs)
        {
            if (rest.StartsWith(known, StringComparison.Ordinal))
            {
                sign = known;
                rest = rest[known.Length..].Trim();
                break;
            }
        }

        var isShare = rest.EndsWith('%');
        var isNumber = double.TryParse(isShare ? rest[..^1] : rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && double.IsFinite(limit);
        comparison = new Comparison(sign, isShare ? limit / 100 : limit);
        return isNumber;
    }

    public bool Holds(double number) => Sign switch
    {
        ">" => number > Limit,
        ">=" => number >= Limit,
        "<" => number < Limit,
        "<=" => number <= Limit,
        _ => number == Limit,
    };
}
