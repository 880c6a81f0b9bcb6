namespace Moderation.Text.Emails;

/// <summary>How people write the signs of an address out in words.</summary>
internal static class SpelledSigns
{
    public static readonly WordSet At = new("at एट ऐट अट एैट ऍट ॲट अॅट");
    public static readonly WordSet AtGlued = new("attherateof attherate atherate atrate atdrate atderate atdarate एटदरेट ऐटदरेट एटदीरेट ऐटदीरेट");
    /// <summary>What a "rate" must follow.</summary>
    public static readonly WordSet AtThe = new("atthe atth atd atda atde");
    public static readonly WordSet The = new("the dhe th d da de di द दी दि डी दा ध");
    public static readonly WordSet Rate = new("rate therate drate derate ret reat raet रेट रेट् रैट रेत");
    public static readonly WordSet Sign = new("sign symbol साइन सिंबल चिह्न चिन्ह");
    public static readonly WordSet Of = new("of ऑफ ओफ आफ");
    public static readonly WordSet Dot = new("dot d0t dott डॉट डाट डोट डौट डॉट् डाॅट");
    /// <summary>Words for a dot that mostly mean something else.</summary>
    public static readonly WordSet Point = new("point period पॉइंट पाइंट पोइंट प्वाइंट बिंदु");
    public static readonly WordSet InLocalPart = new("dot d0t dott डॉट डाट डोट डौट underscore अंडरस्कोर hyphen dash हाइफन डैश plus");
}
