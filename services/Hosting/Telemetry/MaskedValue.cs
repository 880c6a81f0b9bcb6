using Serilog.Events;

namespace Moderation.Hosting.Telemetry;

/// <summary>What is logged as a property, without email addresses, however deep they stand.</summary>
internal static class MaskedValue
{
    /// <summary>The same object when there is nothing to mask.</summary>
    public static LogEventPropertyValue Of(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => MaskedText.Of(text) is var masked && ReferenceEquals(masked, text) ? value : new ScalarValue(masked),
        ScalarValue { Value: Uri uri } => MaskedText.Of(uri.OriginalString) is var masked && ReferenceEquals(masked, uri.OriginalString) ? value : new ScalarValue(masked),
        SequenceValue sequence => Changed(sequence.Elements, Of) is { } elements ? new SequenceValue(elements) : value,
        StructureValue structure => Changed(structure.Properties, Property) is { } properties ? new StructureValue(properties, structure.TypeTag) : value,
        DictionaryValue dictionary => OfDictionary(dictionary),
        _ => value,
    };

    private static LogEventProperty Property(LogEventProperty property) =>
        Of(property.Value) is var masked && ReferenceEquals(masked, property.Value) ? property : new LogEventProperty(property.Name, masked);

    private static DictionaryValue OfDictionary(DictionaryValue dictionary)
    {
        var keys = Changed([.. dictionary.Elements.Keys], key => (ScalarValue)Of(key));
        var values = Changed([.. dictionary.Elements.Values], Of);
        // Two addresses become one key: the first stays.
        return keys is null && values is null ? dictionary : new DictionaryValue((keys ?? [.. dictionary.Elements.Keys])
            .Zip(values ?? [.. dictionary.Elements.Values], KeyValuePair.Create)
            .DistinctBy(pair => pair.Key.Value));
    }

    /// <summary>Null when all stay as they are.</summary>
    private static List<T>? Changed<T>(IReadOnlyList<T> values, Func<T, T> mask)
        where T : class
    {
        List<T>? changed = null;
        for (var at = 0; at < values.Count; at++)
        {
            var masked = mask(values[at]);
            if (!ReferenceEquals(masked, values[at]))
            {
                (changed ??= [.. values])[at] = masked;
            }
        }

        return changed;
    }
}
