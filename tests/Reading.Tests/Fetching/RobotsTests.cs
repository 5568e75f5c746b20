using System.Net;
using Chancery.Reading.Fetching;

namespace Chancery.Reading.Tests.Fetching;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/1", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/x/index.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/x/index.php?a=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9/1", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Eada", "/~ada", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: CHANCERY/2.0\nAllow: /", "/a", true)]
    [InlineData("User-agent: one\nUser-agent: chancery\nDisallow: /a", "/a", false)]
    [InlineData(
        "User-agent: chancery\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: chancery\nDisallow: /b",
        "/b",
        false
    )]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\ndisallow : /a # this", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("<html>not a robots file", "/a", true)]
    [InlineData("", "/a", true)]
    public void The_longest_rule_of_the_robots_own_group_decides(string text, string path, bool allowed) =>
        Assert.Equal(allowed, Robots.Parse(text, "Chancery").Allows(path));

    [Fact]
    public void A_rule_of_many_stars_is_held_against_a_long_path_in_good_time() =>
        Assert.True(
            Robots
                .Parse(
                    $"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 200))}*b",
                    "Chancery"
                )
                .Allows("/" + new string('a', 20_000))
        );

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("::127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    public void An_address_that_no_outlet_has_is_private(string address) =>
        Assert.True(PrivateNetwork.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("64:ff9b::5db8:d822")]
    public void A_public_address_is_not(string address) =>
        Assert.False(PrivateNetwork.Contains(IPAddress.Parse(address)));
}
