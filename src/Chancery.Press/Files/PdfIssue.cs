using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Press.Files;

/// <summary>HTML as a tagged PDF, printed by the Chromium of this machine where there is one.</summary>
public static class PdfIssue
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome.exe",
        "msedge.exe",
        "msedge",
    ];

    /// <summary>The browser: CHROMIUM, else the first of its names on the path; null where there is none.</summary>
    public static string? Browser() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);

    /// <param name="html">A page that needs nothing beside it: <see cref="HtmlIssue"/>'s.</param>
    /// <param name="stop">Ends the browser too.</param>
    /// <returns>The PDF, or why there is none.</returns>
    public static async Task<(byte[]? Pdf, Reason? Why)> Print(string html, CancellationToken stop)
    {
        if (Browser() is not { } browser)
            return (
                null,
                new Reason(
                    "no-browser",
                    "There is no Chromium on this machine; install it, or name it in CHROMIUM."
                )
            );
        var folder = Directory.CreateTempSubdirectory("chancery-pdf-");
        try
        {
            var (page, pdf) = (
                Path.Combine(folder.FullName, "issue.html"),
                Path.Combine(folder.FullName, "issue.pdf")
            );
            await File.WriteAllTextAsync(page, html, stop).ConfigureAwait(false);
            if (
                await Run(browser, Arguments(folder.FullName, page, pdf), stop).ConfigureAwait(false) is
                { } why
            )
                return (null, why);
            return File.Exists(pdf)
                ? (await File.ReadAllBytesAsync(pdf, stop).ConfigureAwait(false), null)
                : (null, new Reason("no-pdf", $"{browser} printed nothing."));
        }
        finally
        {
            Clear(folder);
        }
    }

    private static string[] Arguments(string folder, string page, string pdf) =>
        [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Nothing of the page asks the network; a browser that may not resolve a name cannot either.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            $"--print-to-pdf={pdf}",
            new Uri(page).AbsoluteUri,
        ];

    private static async Task<Reason?> Run(string browser, string[] arguments, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        Process? process = null;
        try
        {
            process = Process.Start(
                new ProcessStartInfo(browser, arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            var said = process.StandardError.ReadToEndAsync(patience.Token);
            var printed = process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            await Task.WhenAll(said, printed).ConfigureAwait(false);
            return process.ExitCode == 0
                ? null
                : new Reason(
                    "browser-failed",
                    $"{browser} ended with {process.ExitCode}: {(await said.ConfigureAwait(false)).Trim()}"
                );
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new Reason("browser-failed", $"{browser} cannot be started: {e.Message}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Reason("browser-failed", $"{browser} did not print within a minute.");
        }
        finally
        {
            if (process is { HasExited: false })
                process.Kill(entireProcessTree: true);
            process?.Dispose();
        }
    }

    private static void Clear(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser still writes its profile; the system clears its temporary folder itself.
        }
    }
}
