using Moderation.Learner.Log;
using Moderation.Learning;
using Moderation.Learning.Training;

namespace Moderation.Learner.Pupils;

/// <summary>
/// Learns what all but one moderator teach, to see how far that one agrees with the others: the site's own model would soon agree with whoever teaches
/// it much. 16 MB.
/// </summary>
internal sealed class WhatOthersTaught(Model start)
{
    // So few tell nothing of anybody.
    private const int Fewest = 50;

    private readonly Trainer _trainer = new(start);
    private int _lessons;

    public void Learn(Lesson lesson) => _trainer.Learn(lesson);

    public void Count() => _lessons++;

    /// <returns>Whether they would have decided the same; null while they have taught too little.</returns>
    public bool? Tells(Taught taught, Text.TextView text)
    {
        if (_lessons < Fewest)
        {
            return null;
        }

        var told = _trainer.Score(text);
        return (taught.IsAbuse is not { } abuse || told.Abuse >= 0.5 == abuse) && (taught.IsSpam is not { } spam || told.Spam >= 0.5 == spam);
    }
}
