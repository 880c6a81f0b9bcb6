using System.Text.Json;
using Moderation.Flow.Tests.Running;

namespace Moderation.Flow.Tests;

/// <summary>A website that moves in, and out again.</summary>
[Collection(nameof(StandaloneSystem))]
public sealed class ArchiveCommands(StandaloneSystem system) : IDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("archives-");
    private readonly string _page = $"archive{Guid.NewGuid():N}";

    public void Dispose() => _files.Delete(recursive: true);

    [Fact]
    public async Task WordPress_comments_keep_names_dates_threads_and_status()
    {
        var ran = await ImportAsync(Archives.WordPress(_page));

        Assert.Contains("4 comments imported, 0 known already, 1 skipped", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Pingbacks and trackbacks left out: 1. Imported without author.url, which was none: 1.", ran.Output, StringComparison.Ordinal);
        Assert.Equal("Line 32: Comment 8 has no date.", ran.Errors.Trim());
        Assert.Equal(1, ran.ExitCode);
        var comments = await ShownAsync(2);
        Assert.Equal(["आशा", "Anonymous"], comments.Select(comment => comment.Author!.Name));
        Assert.Equal(["Rain & more rain\nin the lake (https://example.org/lake)", "Yes.\n\nmore rain\n\n- one\n- two\nthree"], comments.Select(comment => comment.Text));
        Assert.Equal([new DateTime(2019, 5, 6, 7, 8, 9), new DateTime(2019, 5, 6, 8, 0, 0)], comments.Select(comment => comment.PublishedAt));
        Assert.Equal([null, comments[0].Id], comments.Select(comment => comment.ParentId));
        var states = (await FiledAsync(4)).Select(line => line.GetProperty("status").GetString());
        Assert.Equal(["approved", "approved", "held", "rejected"], states.Order());
    }

    [Fact]
    public async Task Disqus_comments_keep_names_dates_threads_and_status()
    {
        var ran = await ImportAsync(Archives.Disqus(_page));

        Assert.Contains("3 comments imported, 0 known already, 1 skipped", ran.Output, StringComparison.Ordinal);
        Assert.Equal($"Line 20: Post {_page}4 is of no thread that has a link.", ran.Errors.Trim());
        var comments = await ShownAsync(2);
        Assert.Equal(["बेला", "Chaya"], comments.Select(comment => comment.Author!.Name));
        Assert.Equal(["First words and more\n\nSecond <b>", "A reply"], comments.Select(comment => comment.Text));
        Assert.Equal(new DateTime(2013, 2, 3, 4, 5, 6), comments[0].PublishedAt);
        Assert.Equal([null, comments[0].Id], comments.Select(comment => comment.ParentId));
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await ImportAsync(Archives.WordPress(_page));

        var again = await ImportAsync(Archives.WordPress(_page));

        Assert.Contains("0 comments imported, 4 known already, 1 skipped", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ShownAsync(2)).Count);
    }

    [Fact]
    public async Task What_follows_the_end_of_the_XML_is_told_of()
    {
        var whole = Archives.WordPress(_page);

        var ran = await ImportAsync(whole[..(whole.IndexOf("Comment_id>4", StringComparison.OrdinalIgnoreCase) + 4)]);

        Assert.Contains("1 comments imported", ran.Output, StringComparison.Ordinal);
        Assert.Contains("The file is not XML any more, and nothing after it is read", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Theory]
    [InlineData("<html/>", "neither WordPress's export (<rss>) nor Disqus's (<disqus>)")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "neither WordPress's export")]
    public async Task Other_files_are_refused(string content, string sentence)
    {
        var ran = await ImportAsync(content);

        Assert.Contains(sentence, ran.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_in_words()
    {
        var ran = await ImportAsync(Archives.WordPress(_page), secret: "guess");

        Assert.Contains("does not take the archive: This is for the site's own server: send the site's secret.", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_has_every_comment_once_in_the_end()
    {
        const int Count = 3_000;
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var lines = Enumerable.Range(0, Count).Select(number => Archives.Line(Guid.CreateVersion7(at.AddMinutes(number)), _page, $"Comment {number}.", at.AddMinutes(number)));

        var importing = ImportAsync(string.Join('\n', lines));
        await Eventually.GetAsync(() => system.Website.ListAsync(_page), list => list.Count > 0);
        await system.KillAsync();
        await system.StartAsync();
        var ran = await importing;

        Assert.Contains(" 0 skipped", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
        var comments = await ShownAsync(Count);
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"Comment {number}."), comments.Select(comment => comment.Text));
        await FiledAsync(Count);
    }

    [Fact]
    public async Task An_export_has_nothing_private_unless_asked_for_and_comes_back_as_it_was()
    {
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await ImportAsync(Archives.Line(Guid.CreateVersion7(at), _page, "Write to asha@example.com", at));
        await ShownAsync(1);

        var (open, whole) = (await ExportAsync(), await ExportAsync("--private"));

        var line = Assert.Single(open, line => line.Contains(_page, StringComparison.Ordinal));
        Assert.DoesNotContain('@', line);
        Assert.Contains(whole, line => line.Contains(_page, StringComparison.Ordinal) && line.Contains("\"email\":\"asha@example.com\"", StringComparison.Ordinal));
        var again = await ImportAsync(string.Join('\n', whole));
        Assert.Contains($"0 comments imported, {whole.Count:N0} known already, 0 skipped", again.Output, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PublishedComment>> ShownAsync(int count) =>
        await Eventually.GetAsync(() => system.Website.ListAsync(_page), list => list.Count == count);

    private async Task<IEnumerable<JsonElement>> FiledAsync(int count) =>
        (await Eventually.GetAsync(async () => (await ExportAsync()).Select(line => JsonElement.Parse(line))
            .Where(line => line.GetProperty("page").GetProperty("id").GetString() == _page).ToList(), list => list.Count == count));

    private async Task<IReadOnlyList<string>> ExportAsync(params string[] options)
    {
        var ran = await StandaloneCommand.RunAsync("", ["export", "--data", system.Data, .. options]);
        Assert.Equal(0, ran.ExitCode);
        return ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<StandaloneCommand> ImportAsync(string content, string secret = Settings.Secret)
    {
        var file = Path.Combine(_files.FullName, Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, content);
        return await StandaloneCommand.RunAsync("", "import", "--url", system.Address.ToString(), "--secret", secret, file);
    }
}
