using System.IO.Compression;
using System.Text;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Files;

public sealed class IntakeTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private List<Finding> Open(string name = "") => [.. Intake.Open(Path.Combine(folder.Path, name))];

    [Fact]
    public void A_folder_is_read_with_those_in_it_sorted_by_name()
    {
        folder.Write("b.txt", "The council of Orvaland met on Monday.");
        folder.Write("a/2.txt", "A second text.");
        folder.Write("a/10.txt", "A tenth text.");
        folder.Write("c.html", "<html><p>A page.");
        Assert.Equal(["10.txt", "2.txt", "b.txt", "c.html"], Folder.Origins(Open()));
    }

    [Fact]
    public void Each_JSON_line_is_a_capture_found_by_its_file_and_line()
    {
        folder.Write(
            "week.jsonl",
            "{\"url\":\"https://paper.example/1\",\"title\":\"One\"}\n\n{\"title\":\"Two\"}\n"
        );
        var findings = Open("week.jsonl");
        Assert.Equal(["week.jsonl:1", "week.jsonl:3"], Folder.Origins(findings));
        var capture = ((Finding.Found)findings[0]).Capture;
        Assert.Equal("https://paper.example/1", capture.Address);
        Assert.Equal(
            "{\"url\":\"https://paper.example/1\",\"title\":\"One\"}",
            Encoding.UTF8.GetString(capture.Body.Span)
        );
    }

    [Fact]
    public void A_line_that_is_no_JSON_is_named_and_the_lines_around_it_are_read()
    {
        folder.Write("week.jsonl", "{\"title\":\"One\"}\n{\"title\": Two}\n{\"title\":\"Three\"}\n");
        var findings = Open("week.jsonl");
        Assert.Equal(["week.jsonl:1", "week.jsonl:3"], Folder.Origins(findings));
        Assert.Contains(
            "week.jsonl:2",
            Assert.IsType<Finding.Missed>(findings[1]).Why.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_truncated_gzip_what_is_whole_is_kept_and_the_cut_is_named()
    {
        var lines = string.Concat(
            Enumerable.Range(0, 2000).Select(n => $"{{\"title\":\"Round {n} of {n * 7919 % 1000}\"}}\n")
        );
        var packed = Folder.Gzip(lines);
        folder.Write("week.jsonl.gz", packed[..(packed.Length / 2)]);
        var findings = Open("week.jsonl.gz");
        Assert.InRange(Folder.Origins(findings).Count, 500, 1900);
        Assert.Contains("gzip-cut", Folder.Codes(findings));
        Assert.Contains("json-cut", Folder.Codes(findings));
    }

    [Fact]
    public void A_gzip_of_many_members_is_read_to_its_end()
    {
        folder.Write(
            "week.jsonl.gz",
            Folder.Gzip("{\"title\":\"One\"}\n{\"ti", "", "tle\":\"Two\"}\n", "{\"title\":\"Three\"}\n")
        );
        var findings = Open("week.jsonl.gz");
        Assert.Equal(["week.jsonl.gz:1", "week.jsonl.gz:2", "week.jsonl.gz:3"], Folder.Origins(findings));
        Assert.Empty(Folder.Codes(findings));
    }

    [Fact]
    public void Damage_inside_a_gzip_is_named_and_the_next_member_is_read()
    {
        var first = Folder.Gzip(
            string.Concat(Enumerable.Range(0, 500).Select(n => $"{{\"title\":\"{n * 7919}\"}}\n"))
        );
        first.AsSpan(first.Length / 2, 40).Fill(0xAA);
        folder.Write("week.jsonl.gz", [.. first, .. Folder.Gzip("\n{\"title\":\"Whole\"}\n")]);
        var findings = Open("week.jsonl.gz");
        Assert.Contains(Folder.Codes(findings), code => code is "gzip-damaged" or "gzip-checksum");
        Assert.EndsWith(
            "Whole\"}",
            Encoding.UTF8.GetString(findings.OfType<Finding.Found>().Last().Capture.Body.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_gzip_bomb_is_stopped_by_its_ratio()
    {
        var path = Path.Combine(folder.Path, "bomb.txt.gz");
        using (var file = File.Create(path))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            gzip.Write("{\"title\":\"One\"}\n"u8);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 200; i++)
                gzip.Write(block);
        }
        Assert.Contains("gzip-bomb", Folder.Codes(Intake.Open(path)));
    }

    [Fact]
    public void A_page_of_fifty_megabytes_is_named_and_the_rest_is_read()
    {
        folder.Write("a.html", "<html>" + new string('x', 50_000_000));
        folder.Write("b.txt", "A short text.");
        var findings = Open();
        Assert.Equal(["too-large"], Folder.Codes(findings));
        Assert.Equal(["b.txt"], Folder.Origins(findings));
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_named_and_the_next_is_read()
    {
        folder.Write(
            "a.jsonl",
            "{\"title\":\"One\"}\n{\"title\":\""
                + new string('x', 50_000_000)
                + "\"}\n{\"title\":\"Three\"}\n"
        );
        var findings = Open("a.jsonl");
        Assert.Equal(["too-large"], Folder.Codes(findings));
        Assert.Equal(["a.jsonl:1", "a.jsonl:3"], Folder.Origins(findings));
    }

    [Theory]
    [InlineData("page.html", "not-what-it-says")]
    [InlineData("lines.jsonl.gz", "not-what-it-says")]
    public void A_plain_text_under_another_kinds_name_is_not_what_it_says(string name, string code)
    {
        folder.Write(name, "Just words about the river Orva.");
        Assert.Equal([code], Folder.Codes(Open(name)));
    }

    [Fact]
    public void A_picture_under_a_pages_name_is_named_for_what_it_is()
    {
        folder.Write("page.html", [0x89, .. "PNG\r\n\x1a\n"u8]);
        Assert.Contains(
            "PNG",
            Assert.IsType<Finding.Missed>(Assert.Single(Open("page.html"))).Why.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_gzip_that_is_really_a_page_is_read_as_the_page()
    {
        folder.Write("page.html.gz", "<!DOCTYPE html><p>Unpacked by somebody already.");
        Assert.Equal(
            "text/html",
            Assert.IsType<Finding.Found>(Assert.Single(Open("page.html.gz"))).Capture.MediaType
        );
    }

    [Fact]
    public void An_empty_folder_an_empty_file_and_a_missing_path_are_one_sentence_each()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "nothing"));
        folder.Write("empty.txt", "");
        Assert.Equal(["empty"], Folder.Codes(Open("nothing")));
        Assert.Equal(["empty"], Folder.Codes(Open("empty.txt")));
        Assert.Equal(["missing"], Folder.Codes(Open("nowhere.txt")));
    }

    [Fact]
    public void A_pattern_means_the_files_whose_names_fit()
    {
        folder.Write("x/one.txt", "One.");
        folder.Write("x/y/two.txt", "Two.");
        folder.Write("x/y/two.html", "<p>Two.");
        Assert.Equal(["one.txt"], Folder.Origins(Open("x/*.txt")));
        Assert.Equal(["one.txt", "two.txt"], Folder.Origins(Open("**/*.txt")));
        Assert.Equal(["two.html", "two.txt"], Folder.Origins(Open("x/?/two.*")));
    }

    [Fact]
    public void Standard_input_is_told_by_its_bytes()
    {
        var options = new IntakeOptions
        {
            StandardInput = () => new MemoryStream(Folder.Gzip("{\"title\":\"One\"}\n")),
        };
        Assert.Equal(["-:1"], Folder.Origins(Intake.Open("-", options)));
    }

    [Fact]
    public void A_JSON_array_gives_a_capture_an_element_wherever_its_lines_break()
    {
        folder.Write(
            "all.json",
            "[\n  {\"title\": \"One [1] {\",\n \"text\": \"a\"},\n {\"title\":\"Two\"}\n]\n"
        );
        var findings = Open("all.json");
        Assert.Equal(["all.json:2", "all.json:4"], Folder.Origins(findings));
        Assert.Empty(Folder.Codes(findings));
    }

    [Fact]
    public void A_JSON_file_that_ends_in_an_object_keeps_the_ones_before()
    {
        folder.Write("all.json", "[{\"title\":\"One\"},\n{\"title\":\"Tw");
        var findings = Open("all.json");
        Assert.Equal(["all.json:1"], Folder.Origins(findings));
        Assert.Equal(["json-cut"], Folder.Codes(findings));
    }

    [Fact]
    public void An_answer_that_lists_articles_under_a_name_gives_each()
    {
        folder.Write(
            "answer.json",
            "{\n \"status\": \"ok\", \"articles\": [{\"title\":\"One\"}, {\"title\":\"Two\"}]}\n"
        );
        Assert.Equal(["0", "1"], Folder.Origins(Open("answer.json")));
    }

    [Fact]
    public void A_CSV_row_is_a_capture_and_a_quoted_cell_may_hold_lines()
    {
        folder.Write(
            "week.csv",
            "title,url,text\nOne,https://paper.example/1,\"First, \"\"second\"\"\nthird\"\nTwo,https://paper.example/2,Short\n"
        );
        var findings = Open("week.csv");
        Assert.Equal(["week.csv:2", "week.csv:4"], Folder.Origins(findings));
        var verdict = Assert.Single(Reader.Read(((Finding.Found)findings[0]).Capture));
        Assert.Equal("First, \"second\"\n\nthird", Assert.IsType<Verdict.Keep>(verdict).Article.Text);
    }

    [Fact]
    public void An_mbox_gives_a_capture_a_message_and_takes_its_quoting_off()
    {
        folder.Write(
            "news.mbox",
            "From a@paper.example Fri Mar  6 2026\nSubject: One\nFrom: a@paper.example\n\n>From Orvaland we hear.\n\nFrom b@paper.example Sat Mar  7 2026\nSubject: Two\nFrom: b@paper.example\n\nWords.\n"
        );
        var findings = Open("news.mbox");
        Assert.Equal(["news.mbox:1", "news.mbox:7"], Folder.Origins(findings));
        Assert.Contains(
            "\nFrom Orvaland",
            Encoding.UTF8.GetString(((Finding.Found)findings[0]).Capture.Body.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_zip_is_read_entry_by_entry_and_no_path_leaves_it()
    {
        var path = Path.Combine(folder.Path, "all.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (
                var (name, text) in new[]
                {
                    ("../../evil.txt", "Evil."),
                    ("b.txt", "B."),
                    ("/etc/a.txt", "A."),
                    ("in/c.html", "<p>C."),
                }
            )
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        var findings = Open("all.zip");
        Assert.Equal(["b.txt", "c.html"], Folder.Origins(findings));
        Assert.Equal(["zip-path", "zip-path"], Folder.Codes(findings));
    }

    [Fact]
    public void A_zip_that_is_cut_off_is_named()
    {
        folder.Write("all.zip", "PK\x03\x04 and then nothing that a zip needs"u8.ToArray());
        Assert.Equal(["zip-broken"], Folder.Codes(Open("all.zip")));
    }

    [Fact]
    public void Pictures_that_a_browser_saved_beside_a_page_are_its_furniture()
    {
        folder.Write("Talks.html", "<p>The page.");
        folder.Write("Talks_files/logo.png", [0x89, .. "PNG"u8]);
        folder.Write("Talks_files/frame.html", "<p>An advertisement.");
        Assert.Equal(["Talks.html"], Folder.Origins(Open()));
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named_and_the_next_is_read()
    {
        if (Environment.UserName == "root")
            Assert.Skip("The system lets this user read every file.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Write("a.txt", "Closed."), UnixFileMode.None);
        folder.Write("b.txt", "Open.");
        var findings = Open();
        Assert.Equal(["no-permission"], Folder.Codes(findings));
        Assert.Equal(["b.txt"], Folder.Origins(findings));
    }
}
