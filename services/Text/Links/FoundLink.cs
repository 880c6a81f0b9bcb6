namespace Moderation.Text.Links;

/// <summary>Where an address stands in a view, and where it leads.</summary>
internal readonly record struct Address(int Start, int End, Host Host, bool HasPath);

/// <summary>A link in a view: an address alone, or with the tags and the text about it.</summary>
internal readonly record struct FoundLink(int Start, int End, Address Address, string? ShownHost);
