namespace Moderation.Dashboard.Cases;

/// <summary>A table that the cases of a query are found in, and how it calls what cases are ordered and filtered by.</summary>
internal sealed record CaseSource(string Table, string Id)
{
    public static readonly CaseSource Cases = new("cases", "cases.id");

    private static readonly CaseSource _marks = new("case_marks", "case_marks.comment_id");
    private static readonly CaseSource _texts = new("case_texts", "case_texts.comment_id");

    public bool IsMark => Table == _marks.Table;

    public bool IsText => Table == _texts.Table;

    /// <summary>Whether what is found is little enough to be sorted.</summary>
    public bool IsFew { get; init; }

    public string State => $"{Table}.state";

    public string Site => $"{Table}.site_id";

    public string Submitted => $"{Table}.submitted_at";

    public static CaseSource For(CaseQuery query) => query switch
    {
        { Author: not null } => Cases with { IsFew = true },
        { Page: not null } => Cases,
        { Rule: not null } or { Label: not null } when query.OrderInForce is not CaseOrder.Decided => _marks,
        { Phrase: not null } => _texts,
        _ => Cases,
    };

    public string Key(CaseOrder order) => order switch
    {
        CaseOrder.Riskiest => IsMark ? "case_marks.total" : "cases.score",
        CaseOrder.Decided => "cases.decided_at",
        _ => Submitted,
    };

    /// <summary>With the cases themselves where something of them is asked that only they have.</summary>
    public string From(bool isOrdered, CaseQuery query)
    {
        var asksCases = query is { Page: not null } or { Language: not null } or { Author: not null } or { FiledUntil: not null } or { FiledSince: not null }
            || (isOrdered && Key(query.OrderInForce).StartsWith("cases.", StringComparison.Ordinal));
        return Table == Cases.Table || !asksCases ? Table : $"{Table} JOIN cases ON cases.id = {Id}";
    }
}
