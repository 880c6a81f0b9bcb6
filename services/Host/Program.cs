using Moderation.Host;

return args switch
{
    ["health", .. var rest] => await HealthProbe.Run(rest.FirstOrDefault()),
    ["verify-audit", .. var rest] => await AuditCheck.Run(rest),
    [var name, .. var rest] when Service.ByName.TryGetValue(name, out var service) => await ServiceHost.Run(service, rest),
    _ => Usage.Print(),
};
