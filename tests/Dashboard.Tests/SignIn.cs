using System.Net;
using System.Text.RegularExpressions;

namespace Moderation.Dashboard.Tests;

/// <summary>Signing in as a browser does: loads the form, sends it back with the password filled in.</summary>
internal static partial class SignIn
{
    public static async Task AsAdminAsync(HttpClient browser)
    {
        var answer = await WithAsync(browser, DashboardHost.Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    public static async Task<HttpResponseMessage> WithAsync(HttpClient browser, string password, string query = "")
    {
        var address = new Uri($"/dashboard/login{query}", UriKind.Relative);
        var form = await browser.GetStringAsync(address);
        return await browser.PostAsync(address, Form(form, new KeyValuePair<string, string>("password", password)));
    }

    /// <summary>The hidden fields of the page's form, and what a person adds.</summary>
    public static FormUrlEncodedContent Form(string page, params KeyValuePair<string, string>[] typed) =>
        new([.. HiddenFields().Matches(page).Select(field => new KeyValuePair<string, string>(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))), .. typed]);

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenFields();
}
