using System.Security.Cryptography;
using System.Text;
using Moderation.Learner.Log;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learner.Pupils;

/// <summary>
/// Learns the lessons of a site one after the other. All that it knows and tells follows from the model it starts from and from the lessons in
/// their order: two that were given the same are the same. For one thread.
/// </summary>
internal sealed class Pupil
{
    private readonly Model _start;
    private readonly LearningOptions _options;
    private readonly Trainer _trainer;
    private readonly Dictionary<string, WhatOthersTaught> _others;
    private readonly HashSet<UInt128> _known = [];
    private readonly Dictionary<string, ModeratorRecord> _moderators = new(StringComparer.Ordinal);
    private double _weight;

    /// <param name="start">The model it starts from.</param>
    /// <param name="options">What counts how much.</param>
    /// <param name="watched">The moderators of whom it is told how far they agree with what the others taught; it changes nothing of the model.</param>
    public Pupil(Model start, LearningOptions options, params IEnumerable<string> watched)
    {
        (_start, _options, _trainer) = (start, options, new Trainer(start));
        _others = watched.ToDictionary(name => name, _ => new WhatOthersTaught(start), StringComparer.Ordinal);
        (Abuse, Spam) = (new HeadRecord(options.Needed), new HeadRecord(options.Needed));
    }

    public HeadRecord Abuse { get; }

    public HeadRecord Spam { get; }

    public IReadOnlyCollection<string> Watched => _others.Keys;

    /// <summary>How many lessons it was given.</summary>
    public int Taken { get; private set; }

    /// <summary>How many of them it learned from: the same text with the same answer teaches once.</summary>
    public int Lessons { get; private set; }

    public IReadOnlyDictionary<string, ModeratorRecord> Moderators => _moderators;

    /// <summary>The share of all the weight that it learned with, 0 to 1.</summary>
    public double ShareOf(ModeratorRecord moderator) => _weight == 0 ? 0 : moderator.Weight / _weight;

    /// <summary>Tells what the text is by what it knows so far, then learns what it really is.</summary>
    public void Learn(Taught taught, string text)
    {
        Taken++;
        var moderator = ModeratorOf(taught.Moderator);
        moderator.Give();
        var view = TextView.Decoded(text);
        if (!_known.Add(KeyOf(taught, view.Text)))
        {
            return;
        }

        Lessons++;
        var weight = moderator.WeightOfNext(_weight, _options.LessonsOfOne);
        var ofStart = _start.Score(view);
        var others = _others.GetValueOrDefault(taught.Moderator);
        var byOthers = others?.Tells(taught, view);
        var isTold = true;
        // One by one, as each has a weight of its own.
        if (taught.IsAbuse is { } isAbuse)
        {
            var told = Learn(new Lesson(view, isAbuse, null, weight * Abuse.BalanceOf(isAbuse)), others).Abuse;
            isTold &= Abuse.Add(isAbuse, told, ofStart.Abuse, Lessons);
        }

        if (taught.IsSpam is { } isSpam)
        {
            var told = Learn(new Lesson(view, null, isSpam, weight * Spam.BalanceOf(isSpam)), others).Spam;
            isTold &= Spam.Add(isSpam, told, ofStart.Spam, Lessons);
        }

        foreach (var of in _others.Values.Where(of => of != others))
        {
            of.Count();
        }

        moderator.Add(weight, taught.Refuses, byOthers ?? isTold);
        _weight += weight;
    }

    /// <summary>What workers are to score with: a head that has too few lessons is the one it started with.</summary>
    public Model ToModel() => _trainer.ToModel(Abuse.Counts, Spam.Counts);

    private Probabilities Learn(Lesson lesson, WhatOthersTaught? notBy)
    {
        foreach (var others in _others.Values.Where(others => others != notBy))
        {
            others.Learn(lesson);
        }

        return _trainer.Learn(lesson);
    }

    private ModeratorRecord ModeratorOf(string name)
    {
        if (!_moderators.TryGetValue(name, out var moderator))
        {
            _moderators[name] = moderator = new ModeratorRecord();
        }

        return moderator;
    }

    private static UInt128 KeyOf(Taught taught, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{taught.IsAbuse}/{taught.IsSpam}/{text}"), hash);
        return BitConverter.ToUInt128(hash);
    }
}
