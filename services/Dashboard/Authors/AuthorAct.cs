using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Authors;

/// <summary>All waiting comments of one author are to be decided alike. Public only because components and their parameters are.</summary>
public sealed class AuthorAct
{
    internal AuthorAct(CaseQuery query, long count, string decision) => (Query, Count, Decision) = (query, count, decision);

    internal CaseQuery Query { get; }

    internal long Count { get; }

    internal string Decision { get; }
}
