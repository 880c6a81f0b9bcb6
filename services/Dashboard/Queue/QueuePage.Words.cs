using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Counts;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.Localisation;

namespace Moderation.Dashboard.Queue;

// What is offered, in words.
public sealed partial class QueuePage
{
    private static readonly string[] _states = [.. CaseStates.All, QueueFilter.AllStates];
    private static readonly string[] _decisions = [ModeratorDecision.Approve, ModeratorDecision.Reject, ModeratorDecision.Spam];
    private static readonly string[] _ages = ["over-hour", "over-day", "over-week", "under-hour", "under-day"];

    [Inject]
    internal IStringLocalizer<Texts> DeskText { get; set; } = null!;

    private string Title => $"{(Filter.IsHeld && _counts is not null ? $"({Waiting}) " : "")}{Text[Label(Filter.State)]} · {DeskText["Desk"]}";

    private IEnumerable<Facet> Facets
    {
        get
        {
            yield return Of("site", _counts?.Sites ?? []);
            yield return new Facet("page", [.. (_counts?.Pages ?? []).Select(page => new FacetValue(
                page.Title, page.Count, Filter.With("site", page.Site).With("page", page.Id).Address(), page.Id == Filter.Page && page.Site == Filter.Site))]);
            yield return Of("rule", _counts?.Rules ?? []);
            yield return Of("label", _counts?.Labels ?? []);
            yield return Of("language", _counts?.Languages ?? []);
            yield return new Facet("age", [.. _ages.Select(age => new FacetValue(
                ValueWords("age", age), null, Filter.With("age", age).Address(), age == Filter.Age))]);
        }
    }

    private Facet Of(string name, IReadOnlyList<ValueCount> counts) => new(name, [.. counts.Select(count => new FacetValue(
        ValueWords(name, count.Value), count.Count, Filter.With(name, count.Value).Address(), Filter.Parts.Contains((name, count.Value))))]);

    private string ValueWords(string name, string value) => name switch
    {
        "age" => Text["Age-" + value],
        "label" => Text["Label-" + value] is { ResourceNotFound: false } label ? label.Value : value,
        "language" => value == CaseQuery.NoLanguage ? Text["NoLanguage"] : LanguageNames.Of(value),
        "page" => _counts?.Pages.FirstOrDefault(page => page.Id == value && page.Site == Filter.Site)?.Title ?? value,
        _ => value,
    };

    private static string Word(string decision) => decision switch
    {
        ModeratorDecision.Approve => "Approve",
        ModeratorDecision.Spam => "Spam",
        _ => "Reject",
    };

    private static string Number(BoundedCount count) => count.Count.ToString("N0", CultureInfo.CurrentCulture) + (count.IsMore ? "+" : "");
}
