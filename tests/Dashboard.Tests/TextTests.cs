using System.Xml.Linq;

namespace Moderation.Dashboard.Tests;

public class TextTests
{
    [Theory, InlineData("PeopleTexts"), InlineData("LearningTexts")]
    public void Every_text_is_there_in_English_and_in_Hindi(string texts)
    {
        var english = Texts($"{texts}.resx");
        var hindi = Texts($"{texts}.hi.resx");

        Assert.Equal(english.Keys.Order(), hindi.Keys.Order());
        Assert.All(english, text => Assert.Equal(text.Value.Contains("{0}", StringComparison.Ordinal), hindi[text.Key].Contains("{0}", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Root(), "services", "Dashboard", "Localisation", file)).Root!
            .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Moderation.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
