namespace Chancery.Reading.Files;

/// <summary>What a file is, by its first bytes.</summary>
internal enum FileKind
{
    Empty,
    Gzip,
    Zip,
    Warc,
    Arc,
    JsonLines,
    Json,
    Csv,
    Feed,
    Opml,
    Html,
    Message,
    WebArchive,
    Mbox,
    Pdf,
    Text,
    Unreadable,
}
