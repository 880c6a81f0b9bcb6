using Moderation.Hosting;
using Moderation.Standalone;
using Moderation.Standalone.Audit;
using Moderation.Standalone.Archives;
using Moderation.Standalone.Commands;
using Moderation.Standalone.Seeding;
using Moderation.Standalone.Training;
using Moderation.Standalone.Trials;

return args switch
{
    ["seed", .. var rest] => await Command.Run(SeedCommand.Run, rest),
    ["check", .. var rest] => await Command.Run(CheckCommand.Run, rest),
    ["train", .. var rest] => await Command.Run(TrainCommand.Run, rest),
    ["backtest", .. var rest] => await Command.Run(BacktestCommand.Run, rest),
    ["import", .. var rest] => await Command.Run(ImportCommand.Run, rest),
    ["export", .. var rest] => await Command.Run(ExportCommand.Run, rest),
    ["verify-audit", .. var rest] => await Command.Run(VerifyAuditCommand.Run, rest),
    ["help" or "--help" or "-h", ..] => Usage.Print(),
    // Settings begin with a dash or have an equals sign.
    [var word, ..] when word.All(char.IsAsciiLetter) => Usage.Refuse($"There is no command '{word}'."),
    _ => await Startup.Run(() => AllInOne.Run(args)),
};
