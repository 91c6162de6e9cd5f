"""The understanding of questions: hear, find the subject, check it against the words, choose, answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.coordination import completed, spelt_out
from bot.asking.hearing import LONGEST, QUIET, Heard, Segment, hear, heard_words, joined, part_of
from bot.asking.lexicon import Lexicon, build_lexicon, units_of
from bot.asking.parts import ALL, Part
from bot.asking.replying import Replying, wants_number
from bot.asking.spelling import mended
from bot.asking.subjects import Around, Subject, around_entry, subjects
from bot.asking.vocabulary import Sign
from bot.lookup.index import Match, Reason
from bot.lookup.resolve import Resolution, meant, resolve
from bot.lookup.search import TextIndex
from bot.report.model import Passage, Report

MOST = 3  # subjects of one question
_LONGEST_NAME = 16  # characters that are looked up as a name that is nearly so
_LONGEST_TEXT = 400  # characters
# What separates subjects, said as a word; not the comma of 3,400 nor the stroke of R&D.
_SEPARATORS = re.compile(r"[、，；／＋]|(?<!\d)[,;/+]|[,;/+](?!\d)|\s&\s")
_PER_CENT = re.compile("(?:多少|几)个?[%％]")
# 高不高, 优化不优化, 有23家不: yes or no.
_OR_NOT = re.compile(r"(\w{1,2})不\1|(?<=.)(?:不|没|没有|否)$")
_GOES_ON = re.compile(r"呢|what about|how about|^\s*and\b|^那|^ne$", re.IGNORECASE)
_UNSAID = QUIET | {Sign.AND}
# What was said of the one thing need not hold for another.
_OF_A_THING = frozenset({Sign.ADDED, Sign.QUANTITY, Sign.LEVEL, Sign.MORE, Sign.LESS, Sign.ACTUAL, Sign.WILL})
_TIMES_ONLY = frozenset({Sign.TARGET, Sign.ACTUAL, Sign.ASSERTED, Sign.QUANTITY, Sign.COMPARE})


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers questions on one report. Deterministic; keeps nothing of what is asked."""

    texts: TextIndex
    lexicon: Lexicon
    parts: frozenset[Part] = ALL
    _around: dict[str, Around] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        return self.texts.index.report

    def prepare(self) -> None:
        """Works out now what the first question would wait for."""
        self._around_all  # noqa: B018 - kept from then on

    def answer(self, text: str, before: Answer | None = None) -> tuple[Answer, ...]:
        """One to three answers; `before` is what a follow-up may go on from."""
        if len(text) > _LONGEST_TEXT:
            return (refusal(Lack.WORDS, None),)
        asked = _OR_NOT.sub(r"\1", _PER_CENT.sub("百分之多少", text.rstrip("?？。.!！ ")))
        simple = self._simplified(_SEPARATORS.sub("和", asked))
        units = spelt_out(self.lexicon, heard_words(self.lexicon, simple))
        if len(units) > LONGEST:
            return (refusal(Lack.WORDS, None),)
        heard = hear(self.report, self.lexicon, units)
        if before and before.heard and before.entry:
            fragment = tuple(unit for segment in heard.content for unit in segment.units)
            whole = completed(self.lexicon, fragment, units_of(before.term))
            if whole:
                heard = hear(self.report, self.lexicon, _with(units, fragment, whole))
            heard, goes_on = _continued(heard, before.heard, text)
            if goes_on:
                return self._replying.on(heard, before.entry, Reason.NAME, before.term, 0.9)
        return self._answers(heard, simple)

    @property
    def _replying(self) -> Replying:
        return Replying(self.texts, self._around_all, self.parts)

    @property
    def _around_all(self) -> Mapping[str, Around]:
        if not self._around:
            entries = self.report.entries.values()
            self._around.update((entry.id, around_entry(self.report, entry)) for entry in entries)
        return self._around

    def _simplified(self, text: str) -> str:
        if all(character.isascii() or character in self.lexicon.characters for character in text):
            return text
        from bot.lookup.scripts import to_simplified  # loads a large table

        return to_simplified(text)

    def _answers(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        if not heard.content:
            return (self._replying.without_subject(heard),)
        found = self._named(heard)
        if found:
            return found
        if Part.SPELLING in self.parts:
            units = mended(self.texts.index, self.lexicon, heard)
            again = hear(self.report, self.lexicon, units) if units else None
            found = self._named(again) if again and again.content else ()
            if found:
                return tuple(_as_typed(answer) for answer in found)
            if again and not again.content:
                return (self._replying.without_subject(again),)
        return self._nearly(heard, text)

    def _named(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to what is named and explains all the words; several when several are named."""
        candidates = subjects(self.texts.index, self._around_all, heard)
        whole = [c for c in candidates if not c.foreign or Part.CHECK not in self.parts]
        whole = whole or [c for c in candidates[:1] if self._only_adds(heard, c)]
        named = tuple(_by_segment(heard))
        if heard.wants(Sign.COMPARE, Sign.WHICH, Sign.DEGREE) and len(named) > 1:
            pair = self._replying.pair(heard, self._each(heard, named))
            if pair:
                return (pair,)
        answers = self._replying.about(heard, whole) if whole else ()
        if (not answers or answers[0].sort is Sort.REFUSAL) and 1 < len(named) <= MOST:
            each = self._each(heard, named)
            if all(each):
                several = tuple(
                    self._replying.about(part_of(self.report, heard, chunk), found)[0]
                    for chunk, found in zip(named, each, strict=True)
                )
                # Without 和 the one may be a circumstance of the other: then only all together answer.
                refused = [answer for answer in several if answer.sort is Sort.REFUSAL]
                if not refused or (Sign.AND in heard.signs and len(refused) < len(several)):
                    return several
                return answers or (self._replying.refused(heard, _core(heard), candidates),)
        return answers

    def _only_adds(self, heard: Heard, subject: Subject) -> bool:
        """Whether deeds are asked about, and what is foreign follows the name: 石林镇有什么荣誉, not 浚县石林镇."""
        if not isinstance(self.report.entries[subject.entry], Passage) or wants_number(heard):
            return False
        text = joined(tuple(unit for segment in heard.segments for unit in segment.units))
        named = max((text.find(s.text) for s in heard.content if s.terms), default=-1)
        return heard.wants(Sign.ACTION, Sign.LIST) and all(
            text.find(word) > named for word in subject.foreign
        )

    def _each(self, heard: Heard, chunks: tuple[tuple[Segment, ...], ...]) -> tuple[list[Subject], ...]:
        """For each part of the question, what it may be about."""
        parts = (part_of(self.report, heard, chunk) for chunk in chunks)
        found = (subjects(self.texts.index, self._around_all, part) for part in parts)
        return tuple([c for c in candidates if not c.foreign] for candidates in found)

    def _nearly(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """By look-up of the words that are left, then by the report's text; else the refusal."""
        core = _core(heard)
        if Part.NEAR in self.parts:
            match = meant(self.texts.index, text)
            near = resolve(self.texts.index, core) if len(core) <= _LONGEST_NAME else Resolution()
            match = match or (near.clear if near.clear and near.clear.reason is not Reason.NUMBER else None)
            if match:
                return self._replying.on(heard, match.entry, match.reason, match.term, match.score)
            if near.matches and not heard.periods and not heard.signs:
                return (self._which(heard, near.matches),)
        if Part.TEXT in self.parts:
            found = self._replying.by_text(heard, core)
            if found:
                return (found,)
        candidates = subjects(self.texts.index, self._around_all, heard)
        return (self._replying.refused(heard, core, candidates),)

    def _which(self, heard: Heard, matches: tuple[Match, ...]) -> Answer:
        """Several names are as near, and nothing else was said."""
        best = matches[0]
        entries = tuple(match.entry for match in matches)
        return Answer(
            Sort.CHOICE,
            score=best.score,
            reason=best.reason,
            term=best.term,
            nearest=entries,
            heard=heard,
        )


def _by_segment(heard: Heard) -> Iterator[tuple[Segment, ...]]:
    """The parts of a question that each hold a name: divided at 和, or else before each further name."""
    chunk: list[Segment] = []
    has_name = False
    for segment in heard.segments:
        joins = Sign.AND in segment.signs
        if has_name and (joins or segment.terms):
            yield tuple(chunk)
            chunk, has_name = [], False
        if not joins:
            chunk.append(segment)
        has_name = has_name or bool(segment.terms)
    if has_name:
        yield tuple(chunk)


def _with(units: tuple[str, ...], fragment: tuple[str, ...], whole: tuple[str, ...]) -> tuple[str, ...]:
    """The units with the fragment completed, where it stands together."""
    for at in range(len(units)):
        if units[at : at + len(fragment)] == fragment:
            return (*units[:at], *whole, *units[at + len(fragment) :])
    return units


def _core(heard: Heard) -> str:
    return joined(tuple(unit for segment in heard.content for unit in segment.units))


def _continued(heard: Heard, before: Heard, text: str) -> tuple[Heard, bool]:
    """The question with what it leaves open taken from the one before; whether its subject is that one's."""
    informative = heard.periods or heard.other_times or heard.signs - _UNSAID
    if not heard.content:
        if not informative:
            return heard, False
        kept = before.signs - _TIMES_ONLY if heard.periods or heard.other_times else before.signs
        new = heard.signs - _UNSAID
        signs = new or kept
        if Sign.COMPARE in new and before.periods and heard.periods:
            return replace(heard, periods=_united(before.periods, heard.periods)), True
        periods = heard.periods if heard.periods or heard.other_times else before.periods
        return replace(heard, periods=periods, signs=frozenset(signs)), True
    if _GOES_ON.search(text) and not heard.periods and not heard.other_times:
        signs = heard.signs if heard.signs - _UNSAID else before.signs - _OF_A_THING
        return replace(heard, periods=before.periods, signs=signs), False
    return heard, False


def _united(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _as_typed(answer: Answer) -> Answer:
    """Found only after slips were mended: so much less sure."""
    if answer.sort is Sort.REFUSAL:
        return answer
    return replace(answer, reason=Reason.TYPO, score=round(answer.score * 0.9, 4))


def build_asking(
    texts: TextIndex, readings: Mapping[str, tuple[str, ...]], parts: frozenset[Part] = ALL
) -> Asking:
    """Ready for questions; `readings` gives the syllables of Chinese words and common characters."""
    return Asking(texts, build_lexicon(texts.index, readings), parts)
