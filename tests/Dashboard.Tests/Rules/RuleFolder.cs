namespace Moderation.Dashboard.Tests.Rules;

/// <summary>A folder of rules for a worker beside the dashboard.</summary>
internal sealed class RuleFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rules-");

    public RuleFolder()
    {
        Write("rules/rules.yaml", """
            bands: { hold: 5, reject: 10 }
            limits:
              rates: { address: { burst: 5000, interval: 10ms } }
              repeats: { window: 24h, minimumLength: 12 }
            rules:
              - id: BannedWords
                when: { words: abuse }
                score: { mild: 3, strong: 5, severe: 10 }
                labels: [abuse]
                reason: { en: "Banned words: {words}.", hi: "प्रतिबंधित शब्द: {words}।" }
              - id: TooManyLinks
                when: { links: "> 2" }
                score: 5
                labels: [links]
                reason: { en: "{links} links." }
            """);
        Write("words/abuse.en.txt", "blorb | mild | profanity\nsnarf\nwug wug | severe | hate\n");
        Write("words/innocent.en.txt", "grotch\n");
    }

    public string Place => _folder.FullName;

    public void Write(string name, string text)
    {
        var path = Path.Combine(Place, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
