using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.SignIn;

/// <summary>Lets programs in that send <c>Authorization: Bearer &lt;Dashboard:ApiToken&gt;</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Credentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.BearerToken() is not { } token ? AuthenticateResult.NoResult()
        : credentials.WithToken(token) is { } user ? AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name))
        : AuthenticateResult.Fail("The token is not the one in Dashboard:ApiToken."));

    // The cookie's answers are for both.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Task.CompletedTask;
}
