using Microsoft.Extensions.Localization;
using Moderation.Contracts;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.Localisation;

namespace Moderation.Dashboard.Queue;

/// <summary>What whoever decided is called on the pages.</summary>
internal static class Deciders
{
    public static string Name(IStringLocalizer<QueueTexts> text, string decidedBy) => decidedBy switch
    {
        IDecision.Rules => text["ByRules"],
        IDecision.Import => text["ByImport"],
        CaseEraser.Author => text["ByAuthor"],
        _ => decidedBy,
    };
}
