using System.ComponentModel.DataAnnotations;

namespace Moderation.Hosting.Retention;

/// <summary>The section <c>Retention</c> of the configuration: how long is kept what is about a person and not for readers.</summary>
public sealed class RetentionOptions
{
    private const int Century = 36_500;

    /// <summary>
    /// Days from a comment's submission until its email, network address, user agent and referrer are forgotten, and from a decision until what it
    /// taught is; 0 for never.
    /// </summary>
    [Range(0, Century)]
    public int Days { get; set; } = 90;

    /// <summary>What was submitted before this is forgotten, in Unix milliseconds.</summary>
    public long Before(DateTimeOffset now) => Days == 0 ? 0 : now.AddDays(-Days).ToUnixTimeMilliseconds();
}
