using System.IO.Compression;
using System.Text;
using Chancery.Reading.Files;

namespace Chancery.Reading.Tests.Files;

/// <summary>A folder of this test's own, gone after it.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("intake").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(params string[] members)
    {
        using var packed = new MemoryStream();
        foreach (var member in members)
            using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                stream.Write(Encoding.UTF8.GetBytes(member));
        return packed.ToArray();
    }

    public static IReadOnlyList<string> Origins(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OfType<Finding.Found>()
                .Select(found => System.IO.Path.GetFileName(found.Capture.Origin)),
        ];

    public static IReadOnlyList<string> Codes(IEnumerable<Finding> findings) =>
        [.. findings.OfType<Finding.Missed>().Select(missed => missed.Why.Code)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
