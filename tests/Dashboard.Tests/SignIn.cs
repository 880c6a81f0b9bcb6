using System.Net;
using System.Text.RegularExpressions;

namespace Moderation.Dashboard.Tests;

/// <summary>Signing in and filling forms as a browser does: loads the page, sends its form back with what a person adds.</summary>
internal static partial class SignIn
{
    public static async Task AsAdminAsync(HttpClient browser)
    {
        var answer = await WithAsync(browser, DashboardHost.Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    public static async Task<HttpResponseMessage> WithAsync(HttpClient browser, string password, string query = "", string name = "admin")
    {
        var address = new Uri($"/dashboard/login{query}", UriKind.Relative);
        var form = await browser.GetStringAsync(address);
        return await browser.PostAsync(address, Form(form, new("username", name), new("password", password)));
    }

    /// <summary>The hidden fields of the page's form, and what a person adds.</summary>
    public static FormUrlEncodedContent Form(string page, params KeyValuePair<string, string>[] typed) =>
        new([.. HiddenFields().Matches(page).Select(field => new KeyValuePair<string, string>(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))), .. typed]);

    /// <summary>Loads a page and sends one of its forms.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string address, string form, params KeyValuePair<string, string>[] typed)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative));
        var own = Forms().Matches(page).Select(match => match.Value)
            .Single(html => WebUtility.HtmlDecode(html).Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), Form(own, typed));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenFields();

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
