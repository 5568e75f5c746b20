using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.ProgramTests;

public sealed class ReadTests
{
    [Fact]
    public void Reading_the_samples_twice_changes_nothing()
    {
        using var scratch = new Scratch();
        var samples = Path.Combine(Run.Root, "samples", "week");
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", samples).Code);
        var once = Dump(scratch.Folder);
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", samples).Code);
        Assert.Equal(once, Dump(scratch.Folder));
    }

    [Fact]
    public void A_run_killed_at_any_moment_and_started_again_ends_in_the_same_record()
    {
        using var scratch = new Scratch();
        var news = scratch.Write("news.jsonl", Lines(600));
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", news, "--desk", "whole").Code);
        var whole = Dump(scratch.Folder, "whole");
        var moments = new Random(20310303);
        var cut = 0;
        for (var kill = 0; kill < 6; kill++)
        {
            using var process = Run.Start(scratch.Folder, "read", news, "--desk", "killed");
            if (!process.WaitForExit(moments.Next(150, 900)))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                cut++;
            }
        }
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", news, "--desk", "killed").Code);
        Assert.Equal(whole, Dump(scratch.Folder, "killed"));
        Assert.True(cut > 0, "no run was still going when it was to be killed");
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_kept()
    {
        using var scratch = new Scratch();
        scratch.Write("in/a.jsonl", Lines(3));
        scratch.Write(
            "in/b.warc",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200 OK"
        );
        File.WriteAllBytes(
            Path.Combine(scratch.Folder, "in", "c.jsonl.gz"),
            [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]
        );
        var result = Run.Chancery(scratch.Folder, "read", "in");
        Assert.Equal(0, result.Code);
        Assert.Contains("b.warc", result.Errors, StringComparison.Ordinal);
        Assert.Contains("c.jsonl.gz", result.Errors, StringComparison.Ordinal);
        Assert.StartsWith("3 captures, 3 new readings of articles", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_with_names_of_its_own_is_read_with_a_mapping()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "export.jsonl",
            """{"kopf":"Talks in Halm","koerper":"Orsa and Belmar met. They will meet again on Friday, the mediator said."}"""
                + "\n"
        );
        var read = Run.Chancery(scratch.Folder, "read", "export.jsonl", "--map", "title=kopf,text=koerper");
        Assert.StartsWith("1 capture, 1 new reading of articles", read.Output, StringComparison.Ordinal);
        var wrong = Run.Chancery(scratch.Folder, "read", "export.jsonl", "--map", "kopf");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("kopf", wrong.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("empty")]
    public void Nothing_to_read_is_an_error_that_names_the_path(string path)
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Folder, "empty"));
        var result = Run.Chancery(scratch.Folder, "read", path);
        Assert.Equal(2, result.Code);
        Assert.Contains(path, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_desk_is_one_sentence()
    {
        using var scratch = new Scratch();
        scratch.Write("desk/chancery.db", new string('x', 8000));
        var result = Run.Chancery(scratch.Folder, "read", scratch.Write("a.txt", "Something was said."));
        Assert.Equal(4, result.Code);
        Assert.Contains("not a Chancery record", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    private static string Lines(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{"url":"https://wire.example/{{i}}","outlet":"wire.example","title":"Round {{i}} of the talks","published":"2031-03-0{{1 + i % 7}}T10:00:00+00:00","text":"Envoys of Orsa and Belmar met for the {{i}}th time on Monday. “We are closer than we were,” the mediator Ana Torvald said. The delegations will return next week, she added."}"""
                    ) + "\n"
                )
        );

    /// <summary>Every row of every table, in order.</summary>
    private static string Dump(string folder, string desk = "desk")
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, desk, "chancery.db")}"
        );
        connection.Open();
        var dump = new StringBuilder();
        foreach (
            var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        )
        {
            dump.Append("== ").AppendLine(table);
            foreach (var row in Rows(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal))
            {
                dump.AppendLine(row);
            }
        }
        return dump.ToString();
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the schema itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(i =>
                            reader.GetValue(i) is byte[] bytes
                                ? Convert.ToHexString(bytes)
                                : $"{reader.GetValue(i)}"
                        )
                )
            );
        }
        return rows;
    }
}
