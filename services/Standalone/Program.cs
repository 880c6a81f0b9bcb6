using Moderation.Hosting;
using Moderation.Standalone;
using Moderation.Standalone.Seeding;

return args is ["seed", .. var rest]
    ? await SeedCommand.Run(rest)
    : await Startup.Run(() => AllInOne.Run(args));
