namespace Chancery.Press.Mail;

/// <summary>The messages of a Maildir, an mbox (RFC 4155), a folder of messages or one message, one at a time.</summary>
public static class MailFiles
{
    /// <summary>A report of failure is small; what is larger is passed over.</summary>
    private const int Largest = 16 * 1024 * 1024;

    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public static IEnumerable<byte[]> Read(string path) =>
        Directory.Exists(path)
            ? Files(path).Where(file => new FileInfo(file).Length <= Largest).Select(File.ReadAllBytes)
            : Mbox(path);

    private static IEnumerable<string> Files(string folder)
    {
        string[] maildir = [Path.Combine(folder, "new"), Path.Combine(folder, "cur")];
        return maildir
            .Where(Directory.Exists)
            .DefaultIfEmpty(folder)
            .SelectMany(Directory.EnumerateFiles)
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<byte[]> Mbox(string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 16);
        using var message = new MemoryStream();
        var large = false;
        foreach (var line in Lines(file))
        {
            if (line.AsSpan().StartsWith("From "u8))
            {
                if (message.Length > 0 && !large)
                    yield return message.ToArray();
                message.SetLength(0);
                large = false;
                continue;
            }
            large |= message.Length + line.Length > Largest;
            if (!large)
                // mboxrd: ">From " was "From ".
                message.Write(line.AsSpan(line.AsSpan().StartsWith(">From "u8) ? 1 : 0));
        }
        if (message.Length > 0 && !large)
            yield return message.ToArray();
    }

    private static IEnumerable<byte[]> Lines(Stream file)
    {
        var line = new List<byte>(256);
        for (var octet = file.ReadByte(); octet >= 0; octet = file.ReadByte())
        {
            line.Add((byte)octet);
            if (octet == '\n' || line.Count > Largest)
            {
                yield return [.. line];
                line.Clear();
            }
        }
        if (line.Count > 0)
            yield return [.. line];
    }
}
