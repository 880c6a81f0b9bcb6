namespace Moderation.Benchmarks;

internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine(
            """
            Usage: dotnet run -c Release --project tests/Benchmarks -- rules
                   dotnet run -c Release --project tests/Benchmarks -- quality FILE.jsonl… [--examples 0] [--seed 1] [--label abuse]
                   dotnet run -c Release --project tests/Benchmarks -- learned-quality DIRECTORY
                   dotnet run -c Release --project tests/Benchmarks -- learned-stream DIRECTORY [--plot FILE.svg]
                   dotnet run -c Release --project tests/Benchmarks -- learned-unseen
                   dotnet run -c Release --project tests/Benchmarks -- train-shipped DIRECTORY [--measure]
                   dotnet run -c Release --project tests/Benchmarks -- rules-each
                   dotnet run -c Release --project tests/Benchmarks -- rules-worst
                   dotnet run -c Release --project tests/Benchmarks -- rules-beside
                   dotnet run -c Release --project tests/Benchmarks -- rules-memory
                   dotnet run -c Release --project tests/Benchmarks -- learned
                   dotnet run -c Release --project tests/Benchmarks -- flow [--comments 10000] [--connections 32] [--rate 0] [--workers 1] [--warmup 10000]
                   dotnet run -c Release --project tests/Benchmarks -- read [--comments 50] [--connections 64] [--seconds 10] [--encoding br]
                   dotnet run -c Release --project tests/Benchmarks -- stream [--readers 5000] [--decisions 20]
                   dotnet run -c Release --project tests/Benchmarks -- desk [--cases 200000] [--held 0.4] [--times 50] [--store sqlite] [--plans FILE]
                   dotnet run -c Release --project tests/Benchmarks -- archive [200000] > archive.jsonl
            """);
        return 2;
    }
}
