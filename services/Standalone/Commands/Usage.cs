namespace Moderation.Standalone.Commands;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    private const string Text =
        """
        Usage: standalone [--urls http://localhost:8080] [--Data:Directory data]
                 serves everything: the demo page, the API and the moderators' desk
               standalone seed [--url http://localhost:8080] [--site demo] [--secret demo-secret]
                 posts the sample comments to a server that runs, and tells what became of each
               standalone check [--rules DIR] [--site demo] [--model MODEL] [FILE]
                 judges comments, one a line as JSON, from the file or from standard input; needs no server. With a model, in the place of the one that
                 ships, shows what it says and the words that moved it; then a text may stand in the place of the file
               standalone train --from FILE [--format jsonl|export|wxr|disqus] [--trash abuse] [--folds 5] [--false-positives 0.02] [--blank] [--out MODEL]
                 learns from decided comments (text and label as JSON Lines, an export of ours, WordPress's or Disqus's), on top of the model that ships
                 or from nothing (--blank), and tells how well; what was thrown away without a reason teaches nothing, unless it is said to be abuse
               standalone backtest --rules NEW [--against DIR] [--site ID] [--show 20] [--json] [--data DIR | FILE]
                 judges the comments of a data folder, or of a file, by two folders of rules and lists whose outcome changes
               standalone import [--url http://localhost:8080] [--site demo] [--secret demo-secret] FILE
                 brings the comments of an archive (JSON Lines, WordPress's export, Disqus's) to a server that runs; may be repeated
               standalone export [--site demo] [--private] [--data DIR] [FILE]
                 writes every comment of a data folder, one a line as JSON; email and IP addresses only with --private
               standalone verify-audit [--head HASH] [--data DIR]
                 reads the whole audit and tells the first entry that was changed, removed or reordered; with a head noted earlier also whether the end is gone

        A folder of rules holds rules/ and words/, like seeds/; where none is named it is Rules:Directory, or the seeds that came with the program.
        """;

    public static int Print()
    {
        Console.WriteLine(Text);
        return 0;
    }

    /// <param name="sentence">What is wrong.</param>
    public static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"{sentence}{Environment.NewLine}{Environment.NewLine}{Text}");
        return 2;
    }
}
