using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Chancery.Editor;

/// <summary>
/// Style, script and pictures: every .css, .js and .svg file of a screen's folder is inside the program. All style is one
/// file, <c>editor.css</c> first; a script is a module of its own. Each is served under the hash of its bytes, for good.
/// </summary>
public sealed class ServedFiles
{
    private const string Prefix = "assets/";

    private static readonly Assembly Here = typeof(ServedFiles).Assembly;

    private readonly FrozenDictionary<string, Asset> byAddress;
    private readonly FrozenDictionary<string, string> addresses;

    public ServedFiles()
    {
        string[] names =
        [
            .. Here.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        var style = names
            .Where(name => name.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(name => name != Prefix + "editor.css")
            .SelectMany(Bytes)
            .ToArray();
        var assets = names
            .Where(name => !name.EndsWith(".css", StringComparison.Ordinal))
            .Select(name => (Name: name[Prefix.Length..], Bytes: Bytes(name)))
            .Append((Name: "editor.css", Bytes: style))
            .Select(file => new Asset(file.Name, file.Bytes))
            .ToList();
        byAddress = assets.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);
        addresses = assets.ToFrozenDictionary(
            asset => asset.Name,
            asset => asset.Address,
            StringComparer.Ordinal
        );
    }

    /// <summary>Where a file is served: <c>Of("editor.js")</c> is "/assets/editor.5d41402abc4b.js".</summary>
    public string Of(string name) => addresses[name];

    internal void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/assets/{name}", (HttpContext context) => Answer(context))
            .AllowAnonymous()
            .DisableRateLimiting();

    private IResult Answer(HttpContext context)
    {
        if (!byAddress.TryGetValue(context.Request.Path, out var asset))
        {
            return Results.NotFound();
        }
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(asset.Bytes, asset.MediaType);
        }
        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Packed, asset.MediaType);
    }

    private static byte[] Bytes(string resource)
    {
        using var stream = Here.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Asset(string name, byte[] bytes)
    {
        public string Name => name;

        public byte[] Bytes => bytes;

        /// <summary>Brotli, packed once.</summary>
        public byte[] Packed { get; } = Pack(bytes);

        public string Address { get; } =
            $"/assets/{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}{Path.GetExtension(name)}";

        public string MediaType =>
            Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => throw new InvalidOperationException($"{name} has no media type here."),
            };

        private static byte[] Pack(byte[] bytes)
        {
            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            BrotliEncoder.TryCompress(bytes, packed, out var written, quality: 9, window: 22);
            return packed[..written];
        }
    }
}
