using Moderation.Contracts;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Overlays;

/// <summary>A change of a word list that can be carried out.</summary>
/// <param name="Change">As the desk has it.</param>
/// <param name="Entry">Null when the entry is taken away.</param>
internal sealed record ReadChange(WordChange Change, WordEntry? Entry)
{
    public WordKey Key => WordKey.Of(Change.Language, Change.Entry);
}
