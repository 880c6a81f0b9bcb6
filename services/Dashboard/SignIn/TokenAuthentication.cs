using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.Tokens;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.SignIn;

/// <summary>Lets programs in that send <c>Authorization: Bearer</c> and a token that is in force.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenPrincipal tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Request.BearerToken() is not { Length: > 0 } token ? AuthenticateResult.NoResult()
        : await tokens.OfAsync(token, Context.RequestAborted) is { } user ? AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name))
        : AuthenticateResult.Fail("The token is none that is in force.");

    // The cookie's answers are for both.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Task.CompletedTask;
}
