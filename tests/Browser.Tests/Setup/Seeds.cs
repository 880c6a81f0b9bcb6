namespace Moderation.Browser.Tests.Setup;

/// <summary>A folder like the seeds that ship, with a rule on trial, another website and a page that is closed.</summary>
internal sealed class Seeds : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("moderation-seeds-");

    /// <param name="origin">The other website's.</param>
    public Seeds(string origin)
    {
        var shipped = Path.Combine(Path.GetDirectoryName(Built.Standalone)!, "seeds");
        foreach (var folder in new[] { "rules", "words" })
        {
            Directory.CreateDirectory(Path.Combine(Place, folder));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, folder)))
            {
                File.Copy(file, Path.Combine(Place, folder, Path.GetFileName(file)));
            }
        }

        var sites = File.ReadAllText(Path.Combine(shipped, "sites.yaml"));
        File.WriteAllText(Sites, sites
            .Replace("origins: [self]", $"origins: [self, {origin}]", StringComparison.Ordinal)
            .Replace("    closedPages: []", "    closedPages: [closed]", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Place, "rules", "trial.yaml"), """
            rules:
              - id: PhoneFromNewAuthor
                mode: shadow
                when: { contact: phone, approved: 0 }
                score: 3
                labels: [contact]
                reason: { en: "A phone number from somebody new.", hi: "किसी नए लेखक का फ़ोन नंबर।" }
                examples: { match: [Call me on 98765 43210], pass: [Call me] }
            """);
    }

    public string Place => _folder.FullName;

    public string Sites => Path.Combine(Place, "sites.yaml");

    public void Dispose() => _folder.Delete(recursive: true);
}
