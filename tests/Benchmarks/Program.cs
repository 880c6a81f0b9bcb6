using Moderation.Benchmarks;
using Moderation.Benchmarks.Flow;
using Moderation.Benchmarks.Quality;
using Moderation.Benchmarks.Rules;

return args switch
{
    ["rules", .. var rest] => RulesCommand.Run(rest),
    ["quality", .. var rest] => QualityCommand.Run(rest),
    ["flow", .. var rest] => await FlowCommand.RunAsync(rest),
    _ => Usage.Print(),
};
