using System.Text.Json;
using Chancery.Gauge;
using Chancery.Language.Grammar;
using Chancery.Language.Names;

namespace Chancery.Training.Data;

/// <summary>
/// Official statements whose entities are annotated by offsets (re3d), pronouns and descriptions among them: of each entity the
/// part from the first to the last capitalised word is taken, where that is a name.
/// </summary>
internal static class Statements
{
    public static IEnumerable<NamesGold> Read(string path, Places places, Parser words)
    {
        var parses = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var lower = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in parses)
        {
            var parse = words.Parse(item.GetProperty("text").GetString()!);
            for (var i = 0; i < parse.Count; i++)
            {
                lower.Add(parse.Form(i).ToString());
            }
        }
        foreach (var item in parses)
        {
            var parse = words.Parse(item.GetProperty("text").GetString()!);
            var tags = new string[parse.Count];
            Array.Fill(tags, "O");
            foreach (
                var entity in item.GetProperty("entities")
                    .EnumerateArray()
                    .OrderByDescending(entity => entity[1].GetInt32() - entity[0].GetInt32())
            )
            {
                Mark(parse, entity, tags, lower, places);
            }
            foreach (var sentence in parse.Sentences.ToArray())
            {
                yield return new NamesGold(
                    [
                        .. Enumerable
                            .Range(sentence.First, sentence.Count)
                            .Select(i => parse.Form(i).ToString()),
                    ],
                    tags[sentence.First..sentence.End]
                );
            }
        }
    }

    private static void Mark(
        Parse parse,
        JsonElement entity,
        string[] tags,
        HashSet<string> lower,
        Places places
    )
    {
        var kind = entity[2].GetString() switch
        {
            "Person" => "PER",
            "Organisation" => "ORG",
            "Location" => "LOC",
            _ => null,
        };
        var first = parse.TokenAt(entity[0].GetInt32());
        var end = parse.TokenAt(entity[1].GetInt32() - 1) + 1;
        bool Capital(int i) => char.IsUpper(parse.Form(i)[0]);
        bool Common(int i) => lower.Contains(parse.Form(i).ToString().ToLowerInvariant());
        while (
            first < end
            && (
                !Capital(first)
                || (kind == "PER" && (Common(first) || (places.Flags(parse.Form(first)) & 3) == 2))
            )
        )
        {
            first++;
        }
        while (end > first && !Capital(end - 1))
        {
            end--;
        }
        if (
            kind is null
            || first >= end
            || (end - first == 1 && Common(first))
            || tags[first..end].Any(tag => tag != "O")
            || Enumerable.Range(first, end - first).Count(i => !Capital(i)) > (end - first) / 2
        )
        {
            return;
        }
        for (var i = first; i < end; i++)
        {
            tags[i] = (i == first ? "B-" : "I-") + kind;
        }
    }
}
