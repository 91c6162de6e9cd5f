"""What was asked in vain, in every store."""

import asyncio
from datetime import date, timedelta

from bot.delivery.ports import LONGEST_WORDS, MOST_WORDS_A_DAY, Counted, Store

TODAY = date(2026, 5, 6)
DAY = timedelta(days=1)


async def test_nothing_was_asked_in_vain_yet(store: Store) -> None:
    assert list(await store.unanswered.since(TODAY)) == []
    await store.unanswered.add(TODAY, [])
    assert await store.unanswered.prune(TODAY) == 0


async def test_the_same_words_are_counted_together(store: Store) -> None:
    await store.unanswered.add(TODAY, [Counted("岗位", "zh", 2), Counted("wifi", "en", 1)])
    await store.unanswered.add(TODAY, [Counted("wifi", "en", 4), Counted("岗位", "zh", 1)])
    assert list(await store.unanswered.since(TODAY)) == [Counted("wifi", "en", 5), Counted("岗位", "zh", 3)]


async def test_languages_are_counted_apart(store: Store) -> None:
    await store.unanswered.add(TODAY, [Counted("wifi", "en", 1), Counted("wifi", "zh", 2)])
    assert list(await store.unanswered.since(TODAY)) == [Counted("wifi", "zh", 2), Counted("wifi", "en", 1)]


async def test_days_are_counted_together_from_the_one_asked_for(store: Store) -> None:
    for ago in range(3):
        await store.unanswered.add(TODAY - ago * DAY, [Counted("岗位", "zh", 10**ago)])
    assert list(await store.unanswered.since(TODAY - DAY)) == [Counted("岗位", "zh", 11)]


async def test_earlier_days_are_removed(store: Store) -> None:
    for ago in range(3):
        await store.unanswered.add(TODAY - ago * DAY, [Counted("岗位", "zh", 1), Counted("地铁", "zh", 1)])
    assert await store.unanswered.prune(TODAY - DAY) == 2
    assert [each.times for each in await store.unanswered.since(TODAY - 9 * DAY)] == [2, 2]


async def test_a_flood_of_words_does_not_fill_the_disk(store: Store) -> None:
    await store.unanswered.add(TODAY, [Counted("岗位", "zh", 1)])
    flood = [Counted(str(number), "zh", 1) for number in range(MOST_WORDS_A_DAY + 5)]
    await store.unanswered.add(TODAY, flood)
    await store.unanswered.add(TODAY, [Counted("late", "en", 9), Counted("岗位", "zh", 1)])
    await store.unanswered.add(TODAY + DAY, [Counted("next", "en", 9)])
    counts = {each.words: each.times for each in await store.unanswered.since(TODAY)}
    assert (counts["岗位"], counts["next"], "late" in counts) == (2, 9, False)
    assert len(counts) == MOST_WORDS_A_DAY + 1


async def test_those_who_count_at_once_lose_nothing_and_keep_to_the_limit(store: Store) -> None:
    def flood(who: int) -> list[Counted]:
        return [
            Counted("岗位", "zh", 1),
            *(Counted(f"{who} {number}", "zh", 1) for number in range(MOST_WORDS_A_DAY // 3)),
        ]

    await asyncio.gather(*(store.unanswered.add(TODAY, flood(who)) for who in range(4)))
    most, *others = await store.unanswered.since(TODAY)
    assert most == Counted("岗位", "zh", 4)
    assert len(others) == MOST_WORDS_A_DAY - 1


async def test_the_longest_words_fit(store: Store) -> None:
    longest = Counted("长" * LONGEST_WORDS, "zh", 1)
    await store.unanswered.add(TODAY, [longest])
    assert list(await store.unanswered.since(TODAY)) == [longest]
