using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>
/// Measures statements against annotated attributions, in the manner of PARC and PolNeAR: found and gold statements are
/// paired one to one by greatest content overlap, then each part is compared.
/// </summary>
public static class StatementsGauge
{
    /// <summary>Content overlap from which a direct statement counts as found.</summary>
    private const double Enough = 0.8;

    /// <param name="path">A <c>.jsonl</c> or <c>.jsonl.gz</c> file of <see cref="StatementsGold"/>.</param>
    /// <param name="code">Codes one article; only its statements are read.</param>
    public static StatementsFigures Measure(string path, Func<StatementsGold, Coding> code) =>
        Measure(StatementsGold.Read(path), code);

    public static StatementsFigures Measure(
        IEnumerable<StatementsGold> articles,
        Func<StatementsGold, Coding> code
    )
    {
        var all = new Tally();
        TimeSpan coding = TimeSpan.Zero;
        foreach (StatementsGold article in articles)
        {
            long before = Stopwatch.GetTimestamp();
            Coding coded = code(article);
            coding += Stopwatch.GetElapsedTime(before);
            all.Add(article, coded.Statements);
        }
        return all.Figures(coding.TotalSeconds);
    }

    private sealed class Tally
    {
        private int items;
        private int gold;
        private int found;
        private int open;
        private int direct;
        private int directFound;
        private int directWithSource;
        private int directSpeaker;
        private Share source;
        private Share cue;
        private Share exact;
        private Share token;
        private Share overlap;

        public void Add(StatementsGold article, IReadOnlyList<Statement> statements)
        {
            string text = article.Text;
            var words = new Words(text);
            Parts[] ours = [.. statements.Select(s => Parts.Of(s, text, words))];
            Parts[] theirs = [.. article.Statements.Select(s => Parts.Of(s, text, words))];
            items++;
            gold += theirs.Length;
            found += ours.Length;
            open += statements.Count(s => s.Speaker is null);

            int[] partner = Pairing.Of(ours, theirs);
            source += Exact(ours, theirs, partner, p => p.Source);
            cue += Exact(ours, theirs, partner, p => p.Cue);
            exact += Exact(ours, theirs, partner, p => p.Content);
            token += TokenShare(ours, theirs);
            overlap += new Share(
                partner.Where((t, o) => t >= 0 && ours[o].Overlaps(theirs[t])).Count(),
                ours.Length,
                theirs.Length
            );
            Direct(ours, theirs, partner, text);
        }

        private void Direct(Parts[] ours, Parts[] theirs, int[] partner, string text)
        {
            for (int t = 0; t < theirs.Length; t++)
            {
                if (theirs[t].ContentWords.Count == 0 || !QuotationMarks.Enclose(theirs[t].Content, text))
                    continue;
                direct++;
                int o = Array.IndexOf(partner, t);
                if (o < 0 || ours[o].ContentOverlap(theirs[t]) < Enough * theirs[t].ContentWords.Count)
                    continue;
                directFound++;
                if (theirs[t].Source.Length == 0)
                    continue;
                directWithSource++;
                if (Parts.Meet(ours[o].Source, theirs[t].Source))
                    directSpeaker++;
            }
        }

        private static Share Exact(
            Parts[] ours,
            Parts[] theirs,
            int[] partner,
            Func<Parts, Passage[]> part
        ) =>
            new(
                partner
                    .Where(
                        (t, o) =>
                            t >= 0
                            && part(theirs[t]).Length > 0
                            && part(ours[o]).SequenceEqual(part(theirs[t]))
                    )
                    .Count(),
                ours.Count(p => part(p).Length > 0),
                theirs.Count(p => part(p).Length > 0)
            );

        private static Share TokenShare(Parts[] ours, Parts[] theirs)
        {
            HashSet<int> a = [.. ours.SelectMany(p => p.ContentWords)];
            HashSet<int> b = [.. theirs.SelectMany(p => p.ContentWords)];
            return new(a.Count(b.Contains), a.Count, b.Count);
        }

        public StatementsFigures Figures(double seconds) =>
            new()
            {
                Items = items,
                Gold = gold,
                Found = found,
                WithoutSpeaker = open,
                Seconds = seconds,
                Source = source,
                Cue = cue,
                ContentExact = exact,
                ContentToken = token,
                StatementOverlap = overlap,
                Direct = direct,
                DirectFound = direct == 0 ? 0 : (double)directFound / direct,
                DirectSpeaker = directWithSource == 0 ? 0 : (double)directSpeaker / directWithSource,
            };
    }
}
