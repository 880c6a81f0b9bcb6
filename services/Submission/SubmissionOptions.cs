using System.ComponentModel.DataAnnotations;

namespace Moderation.Submission;

internal sealed class SubmissionOptions
{
    /// <summary>How long a comment may wait for its decision before it is published again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RelayAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the text of a decided comment is kept here, for a replay.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Posts a minute from one address without the site's secret.</summary>
    [Range(1, 100_000)]
    public int PostsPerMinute { get; init; } = 60;
}
