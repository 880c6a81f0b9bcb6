using Moderation.Learning.Measures;

namespace Moderation.Learning.Tests.Measures;

public sealed class KFoldTests
{
    private static readonly (string Text, bool IsSo)[] _rows = [.. Enumerable.Range(0, 103).Select(number => ($"Comment {number}", number % 10 == 0))];

    [Fact]
    public void Every_part_has_about_as_many_of_each_kind()
    {
        var parts = Divide(_rows);

        var counts = _rows.Zip(parts).GroupBy(row => (row.Second, row.First.IsSo)).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(Enumerable.Range(0, 5), part =>
        {
            // 11 and 92 of the kinds.
            Assert.InRange(counts[(part, true)], 2, 3);
            Assert.InRange(counts[(part, false)], 18, 19);
        });
    }

    [Fact]
    public void The_same_text_is_in_one_part_however_it_is_written()
    {
        (string Text, bool IsSo)[] rows = [.. _rows, ("comment  7", true), ("COMMENT 7", false), ("Com\u200Bment 7 ", false)];

        var parts = Divide(rows);

        Assert.Single(parts.Where((_, row) => row is 7 or >= 103).Distinct());
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var (parts, reversed) = (Divide(_rows), Divide([.. _rows.Reverse()]));

        Assert.Equal(parts, reversed.Reverse());
    }

    [Fact]
    public void The_parts_do_not_follow_the_order_of_the_rows() =>
        Assert.True(Divide(_rows).Zip(Divide(_rows).Skip(1)).Select(pair => (pair.First, pair.Second)).Distinct().Count() > 15);

    private static int[] Divide((string Text, bool IsSo)[] rows) => KFold.Of(rows, row => row.Text, row => row.IsSo, 5);
}
