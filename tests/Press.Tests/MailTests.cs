using System.Text;
using System.Text.RegularExpressions;
using Chancery.Press.Mail;

namespace Chancery.Press.Tests;

public sealed partial class MailTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 14, 20, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("reader@mail.example", "reader@mail.example")]
    [InlineData(" Reader.Two+tag@Mail.Example ", "Reader.Two+tag@mail.example")]
    [InlineData("o'neil@mail.example", "o'neil@mail.example")]
    public void An_address_is_taken_as_it_is_its_domain_in_lower_case(string given, string taken)
    {
        Assert.True(Mailbox.TryParse(given, null, out var mailbox, out _));
        Assert.Equal(taken, mailbox.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@mail.example")]
    [InlineData("a@")]
    [InlineData("a@localhost")]
    [InlineData("a@mail..example")]
    [InlineData("a@-mail.example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@1.2.3.4")]
    [InlineData("\"a b\"@mail.example")]
    [InlineData("a b@mail.example")]
    [InlineData("a..b@mail.example")]
    [InlineData("a>@mail.example")]
    [InlineData("a@mail.example>\r\nRCPT TO:<b@mail.example")]
    [InlineData("a\r\nDATA@mail.example")]
    [InlineData("a@mail.example\nBcc: b@mail.example")]
    [InlineData("ä@mail.example")]
    [InlineData("a,b@mail.example")]
    public void What_is_no_address_or_holds_a_second_command_is_refused_without_repeating_it(string given)
    {
        Assert.False(Mailbox.TryParse(given, null, out _, out var why));
        if (given.Length > 5)
            Assert.DoesNotContain(given, why.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_too_long_for_a_command_is_refused()
    {
        Assert.False(Mailbox.TryParse(new string('a', 65) + "@mail.example", null, out _, out _));
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 4)) + ".example";
        Assert.False(Mailbox.TryParse(new string('a', 20) + "@" + domain, null, out _, out _));
    }

    public static TheoryData<string> Hostile =>
        [
            "Subject\r\nBcc: victim@mail.example",
            "Subject\nBcc: victim@mail.example\n\nBody",
            "Subject\u2028Bcc: victim@mail.example",
            "Subject\u0085Bcc: victim@mail.example",
            "=?UTF-8?Q?=0ABcc:_victim@mail.example?=",
            "\0\u0001\u001b[2J",
            "\uD800 lone",
            "\r\n.\r\nMAIL FROM:<evil@mail.example>",
            new string('x', 5000),
            "Ωμέγα – “quoted” \"straight\" \\ back",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_text_makes_a_header_a_line_too_long_or_an_end_of_the_message(string attack)
    {
        Assert.True(Mailbox.TryParse("news@watch.example", attack, out var from, out _));
        Assert.True(Mailbox.TryParse("reader@mail.example", attack, out var to, out _));
        var content = new MailContent(
            attack,
            attack,
            $"<p>{attack}</p>",
            $"https://desk.example/newsletter/orva/unsubscribe/{MailContent.Token}",
            new MailList(attack, "orva.watch.example")
        );
        var message = Encoding.Latin1.GetString(
            new Mailing(content, from, "1").For(to, "abc_-9", "1.2.3@watch.example", Now)
        );
        Assert.DoesNotContain('\n', message.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', message.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = message.Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 998, $"{line.Length}"));
        Assert.All(lines, line => Assert.All(line, c => Assert.InRange(c, '\t', '~')));
        Assert.All(lines, line => Assert.False(line.StartsWith('.'), line));
        var head = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        string[] known =
        [
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Precedence",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
        ];
        Assert.Equal(known, FieldName().Matches(head).Select(field => field.Groups[1].Value));
    }

    [Fact]
    public void The_body_says_what_was_written_in_both_forms_with_the_readers_token()
    {
        Assert.True(Mailbox.TryParse("news@watch.example", "Orva Watch", out var from, out _));
        Assert.True(Mailbox.TryParse("reader@mail.example", null, out var to, out _));
        var text = $"Ωμέγα = 1. \nFrom here\n.dot\nends with space \nhttps://x.example/{MailContent.Token}/y";
        var mail = new Mailing(new MailContent("S", text, $"<b>{text}</b>", null, null), from, "1");
        var message = Encoding.ASCII.GetString(mail.For(to, "T0ken", "1@x.example", Now));
        Assert.Contains("Date: Fri, 14 Mar 2031 20:05:09 +0000\r\n", message, StringComparison.Ordinal);
        var parts = message.Split("quoted-printable\r\n\r\n").Skip(1).Select(Decode).ToList();
        var expected = text.Replace(MailContent.Token, "T0ken", StringComparison.Ordinal);
        Assert.StartsWith(
            expected,
            parts[0].Replace("\r\n", "\n", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"<b>{expected}</b>",
            parts[1].Replace("\r\n", "\n", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_report_of_failure_names_the_message_and_whom_it_did_not_reach()
    {
        var report = DeliveryReport.Read(
            Encoding.ASCII.GetBytes(
                """
                From: MAILER-DAEMON@mx.example
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="b1"

                --b1
                Content-Type: text/plain

                Sorry.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; reader@mail.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                Final-Recipient: rfc822; other@mail.example
                Action: delayed
                Status: 4.4.1
                --b1
                Content-Type: text/rfc822-headers

                Subject: An issue
                Message-ID:
                 <7.42.abcdef@watch.example>
                --b1--
                """.ReplaceLineEndings("\r\n")
            )
        );
        Assert.Equal("7.42.abcdef@watch.example", report!.MessageId);
        var failed = Assert.Single(report.Failed);
        Assert.Equal(("reader@mail.example", true), (failed.Address, failed.Gone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Subject: hello\n\nNo report.")]
    [InlineData("Content-Type: multipart/report; boundary=\n\n--\n--\n")]
    [InlineData(
        "Content-Type: multipart/report; boundary=\"b\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed"
    )]
    public void What_is_no_report_is_none_and_breaks_nothing(string message) =>
        Assert.Null(DeliveryReport.Read(Encoding.ASCII.GetBytes(message)));

    private static string Decode(string part)
    {
        var body = part.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=' && i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]))
            {
                bytes.Add(Convert.FromHexString(body.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
                bytes.Add((byte)body[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"^([\w-]+):", RegexOptions.Multiline)]
    private static partial Regex FieldName();
}
