using System.Text.Json;
using Moderation.Hosting.Models;
using Moderation.Learner.Log;
using Moderation.Learner.Pupils;
using Moderation.Learning;

namespace Moderation.Learner.Versions;

/// <summary>Writes down how a site's model stands.</summary>
internal static class Reports
{
    public static LearningReport Of(
        Pupil pupil, IReadOnlyDictionary<string, IReadOnlyList<Taught>> leftOut, Model start, IReadOnlyList<ModelVersion> versions, DateTimeOffset now) => new()
        {
            Version = versions.Count == 0 ? 0 : versions[0].Version,
            Baseline = start.Version,
            At = now,
            Heads = [pupil.Abuse.Report("abuse"), pupil.Spam.Report("spam")],
            Versions = [.. versions.Select(version => version.Report)],
            Moderators =
            [
                .. pupil.Moderators
                    .Select(of => new ModeratorReport(
                        of.Key, of.Value.Lessons, of.Value.Refused, pupil.ShareOf(of.Value), of.Value.Agreement, IsLeftOut: false))
                    .Concat(leftOut.Select(of => new ModeratorReport(of.Key, of.Value.Count, of.Value.Count(lesson => lesson.Refuses), 0, null, IsLeftOut: true)))
                    .OrderByDescending(moderator => moderator.Lessons).ThenBy(moderator => moderator.Name, StringComparer.Ordinal),
            ],
        };

    public static byte[] Stored(LearningReport report) => JsonSerializer.SerializeToUtf8Bytes(report, JsonSerializerOptions.Web);

    public static bool IsReadable(byte[]? stored)
    {
        try
        {
            return stored is not null && JsonSerializer.Deserialize<LearningReport>(stored, JsonSerializerOptions.Web) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
