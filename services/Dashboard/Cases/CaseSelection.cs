using Dapper;

namespace Moderation.Dashboard.Cases;

/// <summary>
/// The statement that finds the ids of a query's cases. It reads from the table whose index has them in order: one branch
/// for each state and site, as neither database merges several values of a column in the order of the next.
/// </summary>
internal sealed class CaseSelection
{
    // Beyond that many sites a filter is cheaper than the branches.
    private const int MostBranches = 24;

    private readonly CaseQuery _query;
    private readonly CaseSource _source;
    private readonly string _where;
    private readonly List<string> _branches;

    private CaseSelection(CaseQuery query, bool isSqlite, IReadOnlyCollection<Guid>? among)
    {
        _query = query;
        _source = among is null ? CaseSource.For(query) : CaseSource.Cases;
        _where = string.Join(" AND ", Conditions(isSqlite, among).OfType<string>());
        _branches = Branches();
    }

    public DynamicParameters Parameters { get; } = new();

    private bool IsAscending => _query.OrderInForce is CaseOrder.Oldest;

    private string Direction => IsAscending ? "ASC" : "DESC";

    public static CaseSelection Of(CaseQuery query, bool isSqlite) => new(query, isSqlite, null);

    public static CaseSelection Of(CaseQuery query, bool isSqlite, IReadOnlyCollection<Guid> among) => new(query, isSqlite, among);

    /// <summary>The page that follows the query's cursor, with one case more than its limit.</summary>
    /// <param name="columns">Those of <c>cases</c>.</param>
    public string Page(string columns)
    {
        Parameters.Add("limit", _query.Limit + 1);
        var key = _source.Key(_query.OrderInForce);
        var follows = "";
        if (_query.After is { } after)
        {
            follows = $" AND ({key}, {_source.Id}) {(IsAscending ? ">" : "<")} (@key, @after)";
            Parameters.Add("key", after.Order is CaseOrder.Riskiest ? after.Key : (object)(long)after.Key);
            Parameters.Add("after", after.Id.ToString());
        }

        var from = _source.From(isOrdered: true, _query);
        var found = _branches.Select(branch =>
            $"SELECT * FROM (SELECT {_source.Id} AS found_id, {key} AS found_key FROM {from} WHERE {branch} AND {_where}{follows} ORDER BY {key} {Direction}, {_source.Id} {Direction} LIMIT @limit) AS branch");
        return $"""
            SELECT {columns}, CAST(found.found_key AS double precision) AS orderKey
            FROM ({string.Join("\nUNION ALL ", found)}) AS found JOIN cases ON cases.id = found.found_id
            ORDER BY found.found_key {Direction}, found.found_id {Direction}
            LIMIT @limit
            """;
    }

    public string Found() => string.Join("\nUNION ALL ", _branches.Select(branch =>
        $"SELECT {_source.Id} FROM {_source.From(isOrdered: false, _query)} WHERE {branch} AND {_where}"));

    /// <summary>Counts no further than <c>@bound</c>.</summary>
    public string Count(long bound)
    {
        Parameters.Add("bound", bound);
        return $"SELECT count(*) FROM (SELECT * FROM ({Found()}) AS found LIMIT @bound) AS counted";
    }

    // Before all other conditions: they cost next to nothing, looking for a phrase does not.
    private List<string> Branches()
    {
        var states = _query.State is { } state ? [state] : CaseStates.All;
        if (_source.IsText || _source.IsFew)
        {
            // Read as a whole in any case.
            return [(_query.State is null ? "1 = 1" : $"{_source.State} = '{states[0]}'") + SitesIn()];
        }

        var sites = Sites();
        return sites is { Count: > 0 } && sites.Count * states.Count <= MostBranches
            ? [.. states.SelectMany(_ => Enumerable.Range(0, sites.Count), (state, site) => $"{_source.State} = '{state}' AND {_source.Site} = @site{site}")]
            : [.. states.Select(state => $"{_source.State} = '{state}'{SitesIn()}")];
    }

    private string SitesIn() => Sites() switch
    {
        null => "",
        { Count: 0 } => " AND 1 = 0",
        var sites => $" AND {_source.Site} IN ({string.Join(", ", sites.Select((_, index) => $"@site{index}"))})",
    };

    private IReadOnlyList<string>? Sites()
    {
        IReadOnlyList<string>? sites = _query.Site is null
            ? _query.Scope.IsAll ? null : _query.Scope.Sites
            : _query.Scope.Covers(_query.Site) ? [_query.Site] : [];
        for (var index = 0; index < sites?.Count; index++)
        {
            Parameters.Add($"site{index}", sites[index]);
        }

        return sites;
    }

    private IEnumerable<string?> Conditions(bool isSqlite, IReadOnlyCollection<Guid>? among)
    {
        yield return "1 = 1";
        yield return among is null ? null : $"{_source.Id} IN {Ids.In(among.Select(id => id.ToString()), "among", Parameters)}";
        yield return Time("submittedUntil", _query.SubmittedUntil, $"{_source.Submitted} <=");
        yield return Time("submittedSince", _query.SubmittedSince, $"{_source.Submitted} >=");
        yield return Time("filedUntil", _query.FiledUntil, "cases.filed_at <=");
        yield return Time("filedSince", _query.FiledSince, "cases.changed_at >= @filedSince AND cases.filed_at >=");
        yield return Text("page", _query.Page, "cases.page_id = @page");
        yield return Text("rule", _query.Rule, Mark(CaseMarks.Rule, isDriving: _source.IsMark));
        yield return Text("label", _query.Label, Mark(CaseMarks.Label, isDriving: _source.IsMark && _query.Rule is null));
        yield return _query.Language is CaseQuery.NoLanguage ? "cases.language IS NULL" : Text("language", _query.Language, "cases.language = @language");
        yield return Text("author", _query.Author, SearchText.IsAuthorKey(_query.Author)
            ? "cases.author_key = @author"
            : "(cases.author_email = @author OR cases.author_name = @author)");
        if (_query.Phrase is { } phrase)
        {
            Parameters.Add("phrase", SearchText.Fold(phrase));
            var contains = $"{(isSqlite ? "instr" : "strpos")}(case_texts.text, @phrase) > 0";
            yield return _source.IsText ? contains : $"EXISTS (SELECT 1 FROM case_texts WHERE case_texts.comment_id = {_source.Id} AND {contains})";
        }
    }

    private string Mark(string kind, bool isDriving) => isDriving
        ? $"case_marks.kind = '{kind}' AND case_marks.name = @{kind}"
        : $"EXISTS (SELECT 1 FROM case_marks AS mark WHERE mark.comment_id = {_source.Id} AND mark.kind = '{kind}' AND mark.name = @{kind})";

    private string? Text(string name, string? value, string condition)
    {
        if (value is null)
        {
            return null;
        }

        Parameters.Add(name, value);
        return condition;
    }

    private string? Time(string name, DateTimeOffset? value, string condition)
    {
        if (value is null)
        {
            return null;
        }

        Parameters.Add(name, value.Value.ToUnixTimeMilliseconds());
        return $"{condition} @{name}";
    }
}
