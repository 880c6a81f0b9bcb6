namespace Moderation.Text.Emails;

/// <summary>How people write the signs of an address out in words.</summary>
internal static class SpelledSigns
{
    public static readonly WordSet At = new("at एट ऐट अट एैट ऍट ॲट अॅट");
    public static readonly WordSet AtGlued = new("attherateof attherate atherate atrate एटदरेट ऐटदरेट एटदीरेट ऐटदीरेट");
    public static readonly WordSet The = new("the dhe th d da de di द दी दि डी दा ध");
    public static readonly WordSet Rate = new("rate ret reat raet रेट रेट् रैट रेत");
    public static readonly WordSet Of = new("of ऑफ ओफ आफ");
    public static readonly WordSet Dot = new("dot d0t डॉट डाट डोट डौट डॉट् डाॅट");
    public static readonly WordSet InLocalPart = new("dot d0t डॉट डाट डोट डौट underscore अंडरस्कोर hyphen dash हाइफन डैश plus");
}
