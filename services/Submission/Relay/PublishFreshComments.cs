using Microsoft.Extensions.Hosting;

namespace Moderation.Submission.Relay;

internal sealed class PublishFreshComments(FreshComments comments, CommentPublisher publisher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => publisher.Publish(comments.All(stoppingToken), stoppingToken);
}
