namespace Moderation.Submission.Intake;

/// <summary>What is wrong with the fields of a request, by the field's path in JSON.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    public IDictionary<string, string[]> ByField => _errors;

    /// <param name="field">A path such as <c>author.name</c>.</param>
    /// <param name="sentence">What the person who posts can do about it.</param>
    public void Add(string field, string sentence) => _errors.TryAdd(field, [sentence]);
}
