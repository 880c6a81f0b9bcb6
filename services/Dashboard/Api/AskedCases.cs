using System.Globalization;
using Microsoft.AspNetCore.Http;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Api;

/// <summary>The query that an address asks for, or what is wrong with it.</summary>
internal sealed class AskedCases
{
    private const string All = "all";
    private const int MaxLimit = 200;
    private const int MaxLength = 200;

    private readonly IQueryCollection _asked;

    public AskedCases(IQueryCollection asked)
    {
        _asked = asked;
        var query = Read();
        Query = Errors.Count == 0 ? query : null;
    }

    public CaseQuery? Query { get; }

    public Dictionary<string, string[]> Errors { get; } = new(StringComparer.Ordinal);

    private CaseQuery Read()
    {
        var query = new CaseQuery
        {
            State = State(),
            Site = Text("site"),
            Page = Text("page"),
            Rule = Text("rule"),
            Label = Text("label"),
            Language = Text("language"),
            SubmittedSince = Time("since"),
            SubmittedUntil = Time("until"),
            Phrase = Text("q"),
            Author = Text("author"),
            Order = Order(),
            Limit = Limit(),
        };
        if (query is { Page: not null, Site: null })
        {
            Errors["page"] = ["A page is one of a site: say which, as 'site'."];
        }

        if (query.Label is { } label && !Labels.All.Contains(label, StringComparer.Ordinal))
        {
            Errors["label"] = [$"The label is one of {string.Join(", ", Labels.All.Select(known => $"'{known}'"))}."];
        }

        return query with { After = Cursor(query.OrderInForce) };
    }

    private string? State()
    {
        var state = Text("state") ?? CaseStates.Held;
        if (state is not All && !CaseStates.Knows(state))
        {
            Errors["state"] = ["The state is 'held', 'approved', 'rejected' or 'all'."];
        }

        return state is All ? null : state;
    }

    private CaseOrder? Order()
    {
        if (Text("order") is not { } asked)
        {
            return null;
        }

        foreach (var order in Enum.GetValues<CaseOrder>())
        {
            if (string.Equals(order.ToString(), asked, StringComparison.OrdinalIgnoreCase))
            {
                return order;
            }
        }

        Errors["order"] = ["The order is 'oldest', 'riskiest', 'newest' or 'decided'."];
        return null;
    }

    private int Limit()
    {
        if (!int.TryParse(Text("limit") ?? "50", NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MaxLimit)
        {
            Errors["limit"] = [$"The limit is a number from 1 to {MaxLimit}."];
        }

        return limit;
    }

    private CaseCursor? Cursor(CaseOrder order)
    {
        CaseCursor? cursor = null;
        if (_asked["cursor"].FirstOrDefault() is { Length: > 0 } asked && (!CaseCursor.TryParse(asked, out cursor) || cursor.Order != order))
        {
            Errors["cursor"] = ["The cursor is the 'next' of an earlier answer in the same order."];
        }

        return cursor;
    }

    private DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } asked)
        {
            return null;
        }

        // A plus that was not encoded has become a space, and would be read as no offset.
        if (DateTimeOffset.TryParse(asked.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        Errors[name] = ["The time is ISO 8601, such as '2026-03-01T12:00:00Z'."];
        return null;
    }

    private string? Text(string name)
    {
        var text = _asked[name].FirstOrDefault();
        if (text is { Length: > MaxLength } || text?.Contains('\0', StringComparison.Ordinal) is true)
        {
            Errors[name] = [$"At most {MaxLength} characters, and no NUL among them."];
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
