using Moderation.Hosting.Telemetry;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Moderation.Hosting.Tests;

public sealed class MaskingTests : IDisposable
{
    private readonly Written _written = new();
    private readonly Logger _log;

    public MaskingTests() => _log = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new MaskingSink(_written)).CreateLogger();

    public static TheoryData<string> Addresses =>
    [
        "asha@example.com", "asha%40example.com", "asha&#64;example.com", "ASHA@EXAMPLE.COM", "asha＠example.com", "asha [at] example.com",
        "asha at the rate gmail dot com", "?email=asha%40example.com", "mailto:asha@example.com", "{\"email\":\"asha@example.com\"}", "a\u200Bsha@exam\u200Bple.com",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public void Hides_an_address_in_a_property(string address)
    {
        _log.Information("Comment {CommentId} of {Author}", 7, address);

        Assert.Contains("Comment 7 of ", _written.Text, StringComparison.Ordinal);
        IsHidden();
    }

    [Theory, MemberData(nameof(Addresses))]
    public void Hides_an_address_in_the_message_itself(string address)
    {
#pragma warning disable CA2254 // What must not be done is what has to be survived.
        _log.Information("Comment 7 of " + address.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
#pragma warning restore CA2254

        Assert.Contains("Comment 7 of ", _written.Text, StringComparison.Ordinal);
        IsHidden();
    }

    [Theory, MemberData(nameof(Addresses))]
    public void Hides_an_address_in_an_exception(string address)
    {
        try
        {
            throw new InvalidOperationException("Outside.", new InvalidOperationException($"There is no {address}"));
        }
        catch (InvalidOperationException exception)
        {
            _log.Error(exception, "Comment {CommentId} failed", 7);
        }

        Assert.Contains("InvalidOperationException: Outside.", _written.Text, StringComparison.Ordinal);
        Assert.Contains($"   at {typeof(MaskingTests).FullName}", _written.Text, StringComparison.Ordinal);
        IsHidden();
    }

    [Theory, MemberData(nameof(Addresses))]
    public void Hides_an_address_however_deep_it_stands(string address)
    {
        _log.Information(
            "{@Comment} {Many} {ByName} {Link} {Object}",
            new { Id = 7, Author = new { Email = address } },
            new[] { "one", address },
            new Dictionary<string, string> { [address] = address, ["other"] = "two" },
            new Uri("https://news.example/?asha%40example.com"),
            new Tells(address));

        Assert.All(["one", "two", "news.example"], kept => Assert.Contains(kept, _written.Text, StringComparison.Ordinal));
        IsHidden();
    }

    [Fact]
    public void Hides_an_address_that_several_parts_make_up()
    {
        _log.Information("{Local}@{Host} wrote comment {CommentId}", "asha", "example.com", 7);

        Assert.Contains("[email] wrote comment 7", _written.Text, StringComparison.Ordinal);
        IsHidden();
    }

    [Fact]
    public void Hands_on_what_tells_no_address_as_it_is()
    {
        var exception = new InvalidOperationException("The database of submission does not answer.");
        var id = Guid.NewGuid();

        _log.Warning(exception, "Comment {CommentId} rests at {Page} {State}: {Reason}", id, "page-1", "state", exception.Message);

        var written = Assert.Single(_written.Events);
        Assert.Same(exception, written.Exception);
        Assert.Equal("Comment {CommentId} rests at {Page} {State}: {Reason}", written.MessageTemplate.Text);
        Assert.Equal(id, ((ScalarValue)written.Properties["CommentId"]).Value);
    }

    [Theory]
    [InlineData("Comment 0197c2a0-0000-7000-8000-000000000001 held by TooManyLinks")]
    [InlineData("Application started.")]
    [InlineData("Now listening on: http://127.0.0.1:8080")]
    public void Leaves_ordinary_lines_alone(string line) => Assert.Same(line, MaskedText.Of(line));

    public void Dispose() => _log.Dispose();

    private void IsHidden() => Assert.All(
        ["asha", "a\u200Bsha", "example.com"],
        leak => Assert.DoesNotContain(leak, _written.Text.Replace("news.example", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private sealed class Tells(string address)
    {
        public override string ToString() => address;
    }

    /// <summary>Keeps events, and writes them as the console does, plain and as JSON.</summary>
    private sealed class Written : ILogEventSink
    {
        private readonly System.Text.StringBuilder _text = new();

        public List<LogEvent> Events { get; } = [];

        public string Text => _text.ToString();

        public void Emit(LogEvent logEvent)
        {
            Events.Add(logEvent);
            using var writer = new StringWriter(_text);
            writer.WriteLine(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteLine(logEvent.Exception);
            new CompactJsonFormatter().Format(logEvent, writer);
            new RenderedCompactJsonFormatter().Format(logEvent, writer);
        }
    }
}
