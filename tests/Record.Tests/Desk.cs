using System.Text;
using Chancery.Record;
using Chancery.Terms;

namespace Chancery.RecordTests;

/// <summary>A desk in a folder of its own, gone afterwards.</summary>
internal sealed class Desk : IDisposable
{
    public Desk()
    {
        Folder = Directory.CreateTempSubdirectory("chancery-").FullName;
        Store = Store.Open(Folder);
    }

    public string Folder { get; }

    public Store Store { get; private set; }

    public string File => Path.Combine(Folder, "chancery.db");

    public static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    public static Capture Capture(string body, DateTimeOffset? at = null) =>
        Terms.Capture.Of(Encoding.UTF8.GetBytes(body), "text/html", null, "page.html", at ?? Monday);

    public static Article Article(Capture capture, string text, string key = "https://wire.example/a") =>
        new()
        {
            Id = ArticleId.Of(key, "Talks", text),
            Key = key,
            Capture = capture.Digest,
            Reader = "test",
            Outlet = "wire.example",
            Headline = "Talks",
            Text = text,
            Blocks = [new Block(BlockKind.Paragraph, new Passage(0, text.Length))],
            Published = new Stamp(Monday, true),
        };

    public void Reopen()
    {
        Store.Dispose();
        Store = Store.Open(Folder);
    }

    public void Dispose()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
