using Chancery.Record.Subscribers;

namespace Chancery.RecordTests;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Now = Desk.Monday;

    [Fact]
    public void A_mailing_is_queued_once_for_those_confirmed_then_and_for_nobody_else()
    {
        using var desk = new Desk();
        Import(desk, "a@mail.example", "b@mail.example");
        SubscriberShelf.Ask(desk.Store, "orva", "c@mail.example", "c@mail.example", "", Now);
        var mailing = Outbox.Queue(desk.Store, "orva", "issue 1", "{}", Now);
        Import(desk, "d@mail.example");
        Assert.Equal(mailing.Id, Outbox.Queue(desk.Store, "orva", "issue 1", "{}", Now).Id);
        Assert.Equal(
            ["a@mail.example", "b@mail.example"],
            Outbox.Due(desk.Store, mailing.Id, Now, 10).Select(copy => copy.Address)
        );
    }

    [Fact]
    public async Task A_copy_is_begun_once_and_never_for_a_reader_who_has_left()
    {
        using var desk = new Desk();
        Import(desk, "a@mail.example", "b@mail.example");
        var mailing = Outbox.Queue(desk.Store, "orva", "issue 1", "{}", Now);
        var copies = Outbox.Due(desk.Store, mailing.Id, Now, 10);
        await using var journal = new OutboxJournal(desk.Store, TimeProvider.System);
        Assert.True(await journal.Begin(mailing.Id, copies[0].Subscriber));
        Assert.False(await journal.Begin(mailing.Id, copies[0].Subscriber));
        Assert.True(SubscriberShelf.Leave(desk.Store, "orva", copies[1].Token, Now));
        Assert.False(await journal.Begin(mailing.Id, copies[1].Subscriber));
    }

    [Fact]
    public async Task What_was_begun_and_not_ended_is_in_doubt_and_sent_again_only_by_the_editors_word()
    {
        using var desk = new Desk();
        Import(desk, "a@mail.example");
        var mailing = Outbox.Queue(desk.Store, "orva", "issue 1", "{}", Now);
        var copy = Outbox.Due(desk.Store, mailing.Id, Now, 10)[0];
        await using (var journal = new OutboxJournal(desk.Store, TimeProvider.System))
            await journal.Begin(mailing.Id, copy.Subscriber);
        desk.Reopen();
        Assert.Equal(1, Outbox.Settle(desk.Store, "orva", Now));
        Assert.Empty(Outbox.Due(desk.Store, mailing.Id, Now.AddDays(9), 10));
        Assert.Equal(
            "a@mail.example",
            Assert.Single(Outbox.In(desk.Store, "orva", OutboxState.Doubt)).Address
        );
        Assert.Equal(1, Outbox.Decide(desk.Store, "orva", again: true, Now));
        Assert.Single(Outbox.Due(desk.Store, mailing.Id, Now, 10));
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_mailed_no_more_and_others_after_three_failures_in_a_row()
    {
        using var desk = new Desk();
        Import(desk, "gone@mail.example", "full@mail.example");
        for (var i = 1; i <= 3; i++)
        {
            var mailing = Outbox.Queue(desk.Store, "orva", $"issue {i}", "{}", Now);
            await using var journal = new OutboxJournal(desk.Store, TimeProvider.System);
            var copies = Outbox.Due(desk.Store, mailing.Id, Now, 10);
            Assert.Equal(i == 1 ? 2 : 1, copies.Count);
            foreach (var copy in copies)
            {
                await journal.Begin(mailing.Id, copy.Subscriber);
                var gone = copy.Address.StartsWith("gone", StringComparison.Ordinal);
                await journal.End(mailing.Id, copy.Subscriber, OutboxState.Refused, "no", gone: gone);
            }
        }
        Assert.Equal(2, SubscriberShelf.Count(desk.Store, "orva")[SubscriberState.Bounced]);
    }

    [Fact]
    public void Who_left_or_bounced_is_not_brought_back_by_a_list_but_may_ask_anew()
    {
        using var desk = new Desk();
        Import(desk, "a@mail.example");
        var token = SubscriberShelf.All(desk.Store, "orva").Single().Token;
        SubscriberShelf.Leave(desk.Store, "orva", token, Now);
        Assert.Equal(0, Import(desk, "a@mail.example"));
        var asked = SubscriberShelf.Ask(
            desk.Store,
            "orva",
            "a@mail.example",
            "a@mail.example",
            "",
            Now.AddDays(2)
        );
        Assert.NotNull(SubscriberShelf.Confirm(desk.Store, "orva", asked!.Key!, Now.AddDays(2)));
        Assert.Equal(SubscriberState.Confirmed, SubscriberShelf.All(desk.Store, "orva").Single().State);
    }

    [Fact]
    public void An_address_is_asked_once_a_day_whoever_asks_and_forgotten_after_a_month()
    {
        using var desk = new Desk();
        Assert.NotNull(SubscriberShelf.Ask(desk.Store, "orva", "a@mail.example", "a@mail.example", "", Now));
        Assert.Null(
            SubscriberShelf.Ask(desk.Store, "orva", "A@mail.example", "a@mail.example", "", Now.AddHours(23))
        );
        Assert.NotNull(
            SubscriberShelf.Ask(desk.Store, "orva", "a@mail.example", "a@mail.example", "", Now.AddHours(25))
        );
        Assert.Equal(1, SubscriberShelf.Forget(desk.Store, "orva", Now.AddDays(40)));
        Assert.Empty(SubscriberShelf.All(desk.Store, "orva"));
    }

    [Theory]
    [InlineData("'; DROP TABLE subscribers; --")]
    [InlineData("%")]
    [InlineData("")]
    public void A_token_is_a_token_and_no_pattern(string token)
    {
        using var desk = new Desk();
        Import(desk, "a@mail.example");
        Assert.False(SubscriberShelf.Leave(desk.Store, "orva", token, Now));
        Assert.Null(SubscriberShelf.Confirm(desk.Store, "orva", token, Now));
        Assert.Single(SubscriberShelf.All(desk.Store, "orva"));
    }

    private static int Import(Desk desk, params string[] addresses) =>
        SubscriberShelf.Import(
            desk.Store,
            "orva",
            addresses.Select(a => (a, a, "", (DateTimeOffset?)null)),
            Now
        );
}
