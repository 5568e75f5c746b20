using System.Net.Mail;
using Chancery.Terms;

namespace Chancery.Watches;

/// <summary>Reads a watch's <c>press</c>: where its issues are published. No password is among its keys.</summary>
internal static class PressSection
{
    private static readonly string[] MailSchemes = ["smtp", "smtps", "smtp+plain"];

    public static WatchPress Read(Section top)
    {
        if (top.Inner("press") is not { } section)
        {
            return new WatchPress();
        }
        var press = new WatchPress
        {
            Site = Web(section, "site", folder: true),
            Desk = Web(section, "desk", folder: true),
            Hub = Web(section, "hub", folder: false),
            Webhooks =
            [
                .. section
                    .Texts("webhooks")
                    .Select(text => Web(section, "webhooks", text, folder: false))
                    .OfType<Uri>(),
            ],
            Mail = section.Inner("mail") is { } mail ? Mail(mail) : null,
        };
        section.Close();
        return press;
    }

    private static Uri? Web(Section section, string key, bool folder) =>
        section.Optional(key) is { } text ? Web(section, key, text, folder) : null;

    private static Uri? Web(Section section, string key, string text, bool folder)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.UserInfo.Length == 0
        )
        {
            return folder && !address.AbsolutePath.EndsWith('/')
                ? new Uri(address.GetLeftPart(UriPartial.Path) + "/")
                : address;
        }
        section.Note(key, $"“{key}” must be a web address like https://watch.example/, not “{text}”");
        return null;
    }

    private static WatchMail? Mail(Section section)
    {
        var server = section.Required("server");
        var mail = new WatchMail(
            Address(section, "from", section.Required("from")),
            section.Optional("bounces") is { } bounces ? Address(section, "bounces", bounces) : null,
            Server(section, server),
            section.Number("connections", 4, 1, 64),
            section.Number("per_minute", 0, 0, 1_000_000),
            section.Optional("postal")
        );
        section.Close();
        return mail;
    }

    private static Uri Server(Section section, string text)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var server)
            && MailSchemes.Contains(server.Scheme, StringComparer.Ordinal)
            && server.Host.Length > 0
        )
        {
            if (server.UserInfo.Contains(':', StringComparison.Ordinal))
            {
                section.Note(
                    "server",
                    "the password does not belong in this file: put it into CHANCERY_SMTP_PASSWORD"
                );
            }
            return server;
        }
        section.Note(
            "server",
            $"“server” must be like smtps://user@mail.example:465 or smtp://user@mail.example:587, not “{text}”"
        );
        return new Uri("smtps://mail.invalid:465");
    }

    private static string Address(Section section, string key, string text)
    {
        if (text.Length > 0 && !(MailAddress.TryCreate(text, out var address) && address.Address == text))
        {
            section.Note(key, $"“{key}” must be a bare mail address, not “{text}”");
        }
        return text;
    }
}
