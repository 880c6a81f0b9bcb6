using Moderation.Learning;

namespace Moderation.Flow.Tests.Running;

/// <summary>How our programs are configured here.</summary>
internal static class Settings
{
    public const string Secret = "secret-of-the-site";
    public const string Password = "password-of-admin";
    public const string ApiToken = "token-of-the-api";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Sites__Secrets__demo"] = Secret,
        ["Dashboard__Password"] = Password,
        ["Dashboard__ApiToken"] = ApiToken,
        // Six times as soon as in production, for the sake of the tests' own time.
        ["Submission__RelayAfter"] = "00:00:05",
        ["Learning__Start"] = WriteStart(),
    };

    // What ships has an opinion of every text, also of those that chance makes up here.
    private static string WriteStart()
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(Settings).Assembly.Location)!, "blank.model");
        File.WriteAllBytes(path, Model.Blank.Store());
        return path;
    }

    public static IReadOnlyDictionary<string, string> With(params IEnumerable<KeyValuePair<string, string>> more) =>
        new Dictionary<string, string>([.. All, .. more]);
}
