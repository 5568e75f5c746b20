using System.Security.Cryptography;
using System.Text;

namespace Chancery.Terms;

/// <summary>
/// Names one version of one article: 16 lower-case hexadecimal digits, computed from what a citation could point at.
/// The same words read again, in any order, by any version of the reader, keep their id; changed words get another.
/// </summary>
public readonly record struct ArticleId(string Value)
{
    /// <param name="key">The article's identity over its versions (<see cref="Article.Key"/>).</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its text.</param>
    public static ArticleId Of(string key, string headline, string text) =>
        new(
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{headline}\n{text}")).AsSpan(0, 8)
            )
        );

    public override string ToString() => Value;
}
