using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Watching;

/// <summary>The ruleset in force. It changes when the files have changed for the better; a set that is wrong is refused, and the last good one stays.</summary>
internal sealed class RulesetSource
{
    private readonly string _directory;
    private readonly ILogger<RulesetSource> _logger;
    private volatile Ruleset _current;
    private volatile string? _fault;
    private readonly Lock _gate = new();
    private RuleFiles _files;
    private RulesOverlay _overlay = RulesOverlay.Empty;
    private string _tried;
    private string _seen;

    /// <param name="directory">As <see cref="Ruleset.Read"/> takes it.</param>
    /// <param name="logger">Told of every change.</param>
    /// <exception cref="InvalidConfigurationException">The first set is wrong, so there is none to stay with.</exception>
    public RulesetSource(string directory, ILogger<RulesetSource> logger)
    {
        (_directory, _logger) = (directory, logger);
        _tried = _seen = Stamp();
        _files = RuleFiles.Read(directory);
        _current = RulesetReader.Read(_files, _overlay);
    }

    /// <summary>Take it once a comment, so that facts and rules are of one set.</summary>
    public Ruleset Current => _current;

    /// <summary>What is wrong with the files as they are now, as a sentence with file and line; null when nothing is.</summary>
    public string? Fault => _fault;

    /// <summary>The files behind <see cref="Current"/>.</summary>
    public RuleFiles Files => _files;

    /// <summary>Takes over what was changed at the desk, as far as it fits the files.</summary>
    /// <param name="overlay">The changes.</param>
    /// <param name="files">The files that <paramref name="ruleset"/> was made of.</param>
    /// <param name="ruleset">What they make together; made anew when the files have changed meanwhile.</param>
    public void Take(RulesOverlay overlay, RuleFiles files, Ruleset ruleset)
    {
        lock (_gate)
        {
            var next = ReferenceEquals(files, _files) ? ruleset : RulesetReader.Read(_files, overlay);
            _overlay = overlay;
            PutInForce(next);
        }
    }

    /// <summary>Looks whether the files have changed.</summary>
    public void Look()
    {
        lock (_gate)
        {
            LookAlone();
        }
    }

    private void LookAlone()
    {
        var now = Stamp();
        var isStill = now == _seen;
        _seen = now;
        // Files that change from one look to the next are still being written.
        if (!isStill || now == _tried)
        {
            return;
        }

        _tried = now;
        try
        {
            var files = RuleFiles.Read(_directory);
            var next = RulesetReader.Read(files, _overlay);
            (_files, _fault) = (files, null);
            PutInForce(next);
        }
        catch (InvalidConfigurationException exception)
        {
            Refuse(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse($"The rules in '{_directory}' cannot be read: {exception.Message}");
        }
    }

    private void PutInForce(Ruleset next)
    {
        if (next.Hash == _current.Hash && next.Sites.Order(StringComparer.Ordinal).Select(site => next.For(site).Hash)
            .SequenceEqual(_current.Sites.Order(StringComparer.Ordinal).Select(site => _current.For(site).Hash)))
        {
            return;
        }

        _current = next;
        _logger.LogInformation("The rules have changed: ruleset {Ruleset} is in force.", next.Hash);
        foreach (var notice in next.Notices)
        {
            // The sentence may quote an entry, which is for the desk and not for a log.
            _logger.LogWarning("A change of the rules made at the desk does not fit: {Notice} (rule {Rule}, list {List}, site {Site})", notice.Code, notice.Rule, notice.List, notice.Site);
        }
    }

    private void Refuse(string fault)
    {
        _fault = fault;
        _logger.LogError("The changed rules are refused and ruleset {Ruleset} stays in force: {Fault}", _current.Hash, fault);
    }

    /// <summary>Names, lengths and times: what tells on every kind of file system that something was written.</summary>
    private string Stamp()
    {
        try
        {
            return string.Join('\n', RuleFiles.Paths(_directory).Select(StampOf));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string StampOf(string path)
    {
        var file = new FileInfo(path);
        // Configuration maps swap what their links point to.
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return $"{path}|{(target.Exists ? target.Length : 0)}|{target.LastWriteTimeUtc.Ticks}|{(target == file ? "" : target.FullName)}";
    }
}
