namespace Chancery.Desk.Stories;

/// <summary>
/// Open stories by the heaviest words of their members: the few that a new article could belong to are found without
/// looking at the others.
/// </summary>
internal sealed class StoryIndex
{
    /// <summary>So many of an article's heaviest words list its story, and so many look for one.</summary>
    private const int Listing = 40,
        Looking = 64;

    /// <summary>A word that lists more stories than this finds none: it says too little.</summary>
    private const int Common = 3000;

    /// <summary>So many candidates are compared in full.</summary>
    private const int Candidates = 16;

    private readonly Dictionary<int, List<int>> listed = [];
    private readonly List<OpenStory?> slots = [];
    private readonly Dictionary<OpenStory, int> slotOf = [];
    private readonly Stack<int> free = [];
    private readonly List<int> touched = [];
    private float[] score = new float[1024];

    public IEnumerable<OpenStory> Stories => slots.OfType<OpenStory>();

    /// <summary>Lists a story under the words of an article that has just joined or opened it.</summary>
    public void List(OpenStory story, Vector words)
    {
        if (!slotOf.TryGetValue(story, out var slot))
        {
            slot = free.Count > 0 ? free.Pop() : slots.Count;
            if (slot == slots.Count)
            {
                slots.Add(story);
            }
            slots[slot] = story;
            slotOf[story] = slot;
        }
        var fresh = words
            .Heaviest(Listing)
            .Terms.Where(term => Array.BinarySearch(story.Listed, term) < 0)
            .ToList();
        foreach (var term in fresh)
        {
            if (!listed.TryGetValue(term, out var list))
            {
                listed[term] = list = [];
            }
            list.Add(slot);
        }
        story.Listed = [.. story.Listed.Concat(fresh).Order()];
    }

    public void Remove(OpenStory story)
    {
        slotOf.Remove(story, out var slot);
        slots[slot] = null;
        free.Push(slot);
        foreach (var term in story.Listed)
        {
            var list = listed[term];
            var at = list.IndexOf(slot);
            list[at] = list[^1];
            list.RemoveAt(list.Count - 1);
            if (list.Count == 0)
            {
                listed.Remove(term);
            }
        }
        story.Listed = [];
    }

    /// <summary>The stories that share the weightiest words with a vector, the likeliest first.</summary>
    public IReadOnlyList<OpenStory> Near(Vector vector)
    {
        if (score.Length < slots.Count)
        {
            Array.Resize(ref score, slots.Count * 2);
        }
        var heaviest = vector.Heaviest(Looking);
        for (var i = 0; i < heaviest.Count; i++)
        {
            if (!listed.TryGetValue(heaviest.Terms[i], out var list) || list.Count > Common)
            {
                continue;
            }
            var weight = heaviest.Weights[i] * heaviest.Weights[i];
            foreach (var slot in list)
            {
                if (score[slot] == 0)
                {
                    touched.Add(slot);
                }
                score[slot] += weight;
            }
        }
        var best = new PriorityQueue<int, (float Score, int Slot)>();
        var least = 0f;
        foreach (var slot in touched)
        {
            // Most of what shares a word is nowhere near: it never enters the queue.
            if (score[slot] < least)
            {
                continue;
            }
            // Equal scores go by slot, so that a run is always the same.
            best.Enqueue(slot, (score[slot], -slot));
            if (best.Count > Candidates)
            {
                best.Dequeue();
                best.TryPeek(out _, out var last);
                least = last.Score;
            }
        }
        foreach (var slot in touched)
        {
            score[slot] = 0;
        }
        touched.Clear();
        var found = new List<OpenStory>(best.Count);
        while (best.TryDequeue(out var slot, out _))
        {
            found.Add(slots[slot]!);
        }
        found.Reverse();
        return found;
    }
}
