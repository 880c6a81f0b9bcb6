using Moderation.Text.Contacts;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>Contact details of these kinds in the text: <c>contact: [whatsapp, upi]</c>. It fills <c>{contact}</c>.</summary>
internal sealed class ContactKinds(IReadOnlyList<ContactKind> kinds) : ICondition
{
    private static readonly Dictionary<string, ContactKind> _byName = new(StringComparer.Ordinal)
    {
        ["phone"] = ContactKind.Phone,
        ["email"] = ContactKind.Email,
        ["password"] = ContactKind.Credentials,
        ["upi"] = ContactKind.Upi,
        ["whatsapp"] = ContactKind.WhatsApp,
        ["telegram"] = ContactKind.Telegram,
    };

    public IReadOnlyList<string> Placeholders { get; } = ["contact"];

    public static ICondition Read(Setting setting, RuleContext context) => new ContactKinds([.. setting.Items().Select(item => item.OneOf(_byName))]);

    public bool? Holds(Draft draft)
    {
        var contacts = draft.Text.Contacts;
        for (var number = 0; number < contacts.Count; number++)
        {
            if (kinds.Contains(contacts[number].Kind))
            {
                return true;
            }
        }

        return false;
    }

    public void Explain(Draft draft, Evidence evidence)
    {
        var found = draft.Text.Contacts.Where(contact => kinds.Contains(contact.Kind)).ToList();
        foreach (var contact in found)
        {
            evidence.Mark(Field.Body, contact.Span);
        }

        var names = found.Select(contact => NameOf(contact.Kind)).Distinct().ToList();
        evidence.Tell("contact", string.Join(", ", names.Select(name => name.English)), string.Join(", ", names.Select(name => name.Hindi)));
    }

    private static (string English, string Hindi) NameOf(ContactKind kind) => kind switch
    {
        ContactKind.Phone => ("a phone number", "फ़ोन नंबर"),
        ContactKind.Email => ("an email address", "ईमेल पता"),
        ContactKind.Credentials => ("a login with its password", "पासवर्ड वाला लॉगिन"),
        ContactKind.Upi => ("a UPI id", "UPI आईडी"),
        ContactKind.WhatsApp => ("a WhatsApp invitation", "व्हाट्सऐप का न्योता"),
        _ => ("a Telegram invitation", "टेलीग्राम का न्योता"),
    };
}
