using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Moderation.Hosting.Sites;
using Moderation.Worker.Checks;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Trials;

/// <summary>Reads NDJSON, a comment a line, at the pace of whoever asks: a stream of any length takes the same memory.</summary>
/// <param name="sites">The sites there are.</param>
/// <param name="site">The site of comments that name none.</param>
internal sealed class TrialReader(SiteList sites, string site)
{
    private static readonly CheckRequest.AuthorRequest _someone = new() { Name = "Reader" };

    /// <summary>Every line that is not blank, in order.</summary>
    public async IAsyncEnumerable<TrialComment> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: CheckRefusal.Maximum, leaveOpen: true));
        await foreach (var line in Lines.Read(reader, CheckRefusal.Maximum, cancellationToken))
        {
            yield return Read(line);
        }
    }

    private TrialComment Read(Line line)
    {
        if (line.Json is not { } json)
        {
            return Refused(line, CheckRefusal.TooLarge.Sentence);
        }

        try
        {
            using var document = JsonDocument.Parse(line.Number == 1 ? WithoutMark(json) : json);
            var (check, request) = CheckRequest.Read<TrialRequest>(document.RootElement);
            return request is null ? Refused(line, check.Refusal!.InOneSentence(), check.Id) : Read(line, check.Id, request);
        }
        catch (JsonException exception)
        {
            return Refused(line, $"This is not JSON: byte {exception.BytePositionInLine + 1} cannot be read.");
        }
    }

    private TrialComment Read(Line line, string? id, TrialRequest request)
    {
        var body = request.Body ?? request.Text;
        if (string.IsNullOrWhiteSpace(body))
        {
            return Refused(line, "There is neither a 'body' nor a 'text'.", id);
        }

        if (request.Site is { } named && !sites.TryGet(named, out _))
        {
            return Refused(line, $"There is no site '{named}'.", id);
        }

        if ((request.Facts is { } told ? told.ToFacts() : KnownFacts.Nothing) is not { } facts)
        {
            return Refused(line, $"facts.tooFast: nothing is counted by that; write {string.Join(", ", TooFast.ByName.Keys)}.", id);
        }

        var whole = request with
        {
            Site = request.Site ?? site,
            Body = body,
            Author = string.IsNullOrWhiteSpace(request.Author?.Name) ? (request.Author ?? _someone) with { Name = _someone.Name } : request.Author,
        };
        // No rule looks at the time.
        return new TrialComment { Line = line.Number, Id = id, Comment = whole.ToComment(DateTimeOffset.UnixEpoch), Facts = facts };
    }

    private static TrialComment Refused(Line line, string sentence, string? id = null) =>
        new() { Line = line.Number, Id = id, Refusal = $"Line {line.Number}: {sentence}" };

    // Some editors begin a file with a byte order mark.
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
}
