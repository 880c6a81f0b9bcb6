using Moderation.Benchmarks;
using Moderation.Benchmarks.Archives;
using Moderation.Benchmarks.Desk;
using Moderation.Benchmarks.Flow;
using Moderation.Benchmarks.LearnedQuality;
using Moderation.Benchmarks.LearnedStream;
using Moderation.Benchmarks.Quality;
using Moderation.Benchmarks.Reading;
using Moderation.Benchmarks.Rules;

return args switch
{
    ["quality", .. var rest] => QualityCommand.Run(rest),
    ["learned-quality", .. var rest] => LearnedQualityCommand.Run(rest),
    ["learned-unseen"] => UnseenCommand.Run(),
    ["learned-stream", .. var rest] => await LearnedStreamCommand.RunAsync(rest),
    ["train-shipped", .. var rest] => TrainShippedCommand.Run(rest),
    ["rules", .. var rest] => RulesCommand.Run<RuleBenchmark>(rest),
    ["rules-each", .. var rest] => RulesCommand.Run<EachRuleBenchmark>(rest),
    ["rules-worst"] => WorstCommand.Run(),
    ["learned", .. var rest] => RulesCommand.Run<LearnedBenchmark>(rest),
    ["rules-beside"] => BesideCommand.Run(),
    ["rules-memory"] => MemoryCommand.Run(),
    ["flow", .. var rest] => await FlowCommand.RunAsync(rest),
    ["read", .. var rest] => await ReadCommand.RunAsync(rest),
    ["stream", .. var rest] => await StreamCommand.RunAsync(rest),
    ["desk", .. var rest] => await DeskCommand.RunAsync(rest),
    ["archive", .. var rest] => WriteArchiveCommand.Run(rest),
    [PublisherProgram.Name, .. var rest] => await PublisherProgram.RunAsync(rest),
    _ => Usage.Print(),
};
