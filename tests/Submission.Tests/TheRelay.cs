namespace Moderation.Submission.Tests;

public sealed class TheRelay : IAsyncLifetime
{
    private readonly SubmissionSystem _system = new() { Settings = { ["Submission:RelayAfter"] = "00:00:01" } };

    [Fact]
    public async Task Publishes_again_while_no_decision_comes_back()
    {
        var id = (await _system.Accept(SubmissionSystem.Comment())).GetProperty("id").GetGuid();

        await SubmissionSystem.Eventually(() => _system.Published.Count(comment => comment.CommentId == id) >= 3);
    }

    public Task InitializeAsync() => _system.InitializeAsync();

    public Task DisposeAsync() => _system.DisposeAsync();
}
