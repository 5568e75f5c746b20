using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>The text layer of a PDF, by way of <c>pdftotext</c> (poppler) where it is installed.</summary>
internal static class Pdf
{
    private const int Seconds = 60;

    public static Finding Text(Stream stream, Source source)
    {
        if (Whole.Read(stream, Limits.CaptureBytes) is not { } body)
            return Finding.Miss(
                "too-large",
                $"{source.Origin} is larger than {Limits.CaptureBytes >> 20} MB and was passed over."
            );
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-nopgbrk", "-", "-"])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var feeding = Task.Run(() => Feed(process, body));
            var reading = Task.Run(() => Whole.Read(process.StandardOutput.BaseStream, Limits.CaptureBytes));
            if (!reading.Wait(TimeSpan.FromSeconds(Seconds)))
            {
                process.Kill();
                return Finding.Miss(
                    "pdf-slow",
                    $"{source.Origin}: pdftotext did not finish within {Seconds} seconds."
                );
            }
            feeding.Wait();
            var text = reading.Result;
            return text is null || text.AsSpan().Trim(" \r\n\f"u8).IsEmpty
                ? Finding.Miss(
                    "pdf-no-text",
                    $"{source.Origin} holds no text layer (a scan?) and was passed over."
                )
                : new Finding.Found(
                    Capture.Of(text, "text/plain; charset=utf-8", null, source.Origin, source.At)
                );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Finding.Miss(
                "pdf-tool",
                $"{source.Origin} is a PDF: install poppler-utils (pdftotext) to have its text read."
            );
        }
    }

    private static void Feed(Process process, byte[] body)
    {
        try
        {
            process.StandardInput.BaseStream.Write(body);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It needed no more of it: what it wrote decides.
        }
    }
}
