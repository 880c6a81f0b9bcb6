namespace Moderation.Worker.Rules.Loading;

/// <summary>Makes a condition of what a rule says under its name.</summary>
/// <exception cref="Hosting.InvalidConfigurationException">It does not say it rightly.</exception>
internal delegate ICondition ConditionReader(Setting setting, RuleContext context);
