"""The understanding of questions: hear, find the subject, check it against the words, choose, answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.coordination import completed, spelt_out
from bot.asking.hearing import (
    LONGEST,
    QUIET,
    Heard,
    Segment,
    hear,
    hear_again,
    heard_words,
    joined,
    part_of,
    understood,
)
from bot.asking.lexicon import Lexicon, build_lexicon, units_of
from bot.asking.parts import ALL, Part
from bot.asking.replying import Replying, wants_number
from bot.asking.spelling import mended
from bot.asking.subjects import Subject, Surroundings, subjects
from bot.asking.vocabulary import COMMA, Sign
from bot.lookup.index import Match, Reason
from bot.lookup.resolve import Resolution, meant, resolve
from bot.lookup.search import TextIndex
from bot.report.model import Passage, Report

MOST = 3  # subjects of one question
_LONGEST_NAME = 16  # characters that are looked up as a name that is nearly so
_LONGEST_TEXT = 400  # characters
# What separates subjects, said as a word; not the comma of 3,400 nor the stroke of R&D.
_LISTED = re.compile(r"[、／＋]|(?<!\d)/|/(?!\d)|(?<!\d)\+(?!\d)|\s&\s")
_COMMAS = re.compile(r"[，；：]|(?<!\d)[,;:]|[,;:](?!\d)|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_PER_CENT = re.compile("(?:多少|几)个?[%％]")
# 高不高, 优化不优化, 有23家不: yes or no.
_OR_NOT = re.compile(r"(\w{1,2})不\1|(?<=.)(?:不|没|没有|否)$")
_ASIDE = QUIET | {Sign.WILL}
_ASKER = frozenset("我请给您你咱")
_PLACES = frozenset("省市县区镇乡村州国街")
_GROWTH = (("增", "长"), ("增", "速"), ("growth",))
_AND = frozenset(("和", "与", "and"))
_NIAN = re.compile(r"(?<=\d) ?nian\b")
_GOES_ON = re.compile(r"呢|what about|how about|^\s*and\b|^那|还有|换成|the same", re.IGNORECASE)
_UNSAID = QUIET | {Sign.AND, Sign.COMMA}
# What was said of the one thing need not hold for another.
_OF_A_THING = frozenset({Sign.ADDED, Sign.QUANTITY, Sign.LEVEL, Sign.MORE, Sign.LESS, Sign.ACTUAL, Sign.WILL})
_TIMES_ONLY = frozenset({Sign.TARGET, Sign.ACTUAL, Sign.ASSERTED, Sign.QUANTITY, Sign.COMPARE})


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers questions on one report. Deterministic; keeps nothing of what is asked."""

    texts: TextIndex
    lexicon: Lexicon
    around: Surroundings
    parts: frozenset[Part] = ALL

    @property
    def report(self) -> Report:
        return self.texts.index.report

    def answer(self, text: str, before: Answer | None = None) -> tuple[Answer, ...]:
        """One to three answers; `before` is what a follow-up may go on from."""
        if len(text) > _LONGEST_TEXT:
            return (refusal(Lack.WORDS, None),)
        text = _NIAN.sub("年", text)
        asked = _OR_NOT.sub(r"\1", _PER_CENT.sub("百分之多少", text.rstrip("?？。.!！ ")))
        simple = self._simplified(_COMMAS.sub("，", _LISTED.sub("和", asked)).replace("，", COMMA))
        units = spelt_out(self.lexicon, heard_words(self.lexicon, simple))
        if len(units) > LONGEST:
            return (refusal(Lack.WORDS, None),)
        heard = _without_asides(self.report, hear(self.report, self.lexicon, units))
        if before and before.heard and before.entry:
            fragment = tuple(unit for segment in heard.content for unit in segment.units)
            whole = completed(self.lexicon, fragment, units_of(before.term))
            if whole:
                heard = hear(self.report, self.lexicon, _with(units, fragment, whole))
            pair = self._beside(heard, before)
            if pair:
                return (pair,)
            heard, goes_on = _continued(heard, before.heard, text)
            if goes_on:
                return self._again(heard, before)
        return self._answers(heard, simple)

    def _beside(self, heard: Heard, before: Answer) -> Answer | None:
        """和PM10比哪个降得多: what was spoken of beside what is named now."""
        if not heard.wants(Sign.COMPARE, Sign.WHICH) or heard.periods or len(tuple(_by_name(heard))) != 1:
            return None
        if len(before.figures) != 1 or before.heard is None:
            return None
        found = [s for s in subjects(self.texts.index, self.around, heard) if not s.foreign]
        known = Subject(before.entry, before.score, Reason.NAME, before.term, ())
        asked = replace(heard, periods=before.heard.periods, signs=heard.signs | before.heard.signs)
        return self._replying.pair(asked, ([known], found)) if found else None

    def _again(self, heard: Heard, before: Answer) -> tuple[Answer, ...]:
        """The same subject at another time or of another kind; it may be another passage then."""
        if isinstance(self.report.entries.get(before.entry), Passage):
            named = hear(self.report, self.lexicon, units_of(before.term))
            found = self._named(replace(heard, segments=(*named.segments, *heard.segments)))
            if _answer(found):
                return found
        if before.entry not in self.report.entries:
            return (self._replying.without_subject(heard),)
        return self._replying.on(heard, before.entry, Reason.NAME, before.term, 0.9)

    @property
    def _replying(self) -> Replying:
        return Replying(self.texts, self.around, self.parts)

    def _simplified(self, text: str) -> str:
        if all(character.isascii() or character in self.lexicon.characters for character in text):
            return text
        from bot.lookup.scripts import to_simplified  # loads a large table

        return to_simplified(text)

    def _answers(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        if not heard.content:
            return self._without_names(heard, text)
        found = self._named(heard)
        # Of two things that are named together each number is wanted.
        counted = wants_number(heard) or heard.wants(Sign.WHICH, Sign.DEGREE)
        two = counted and any(s.terms and _AND.intersection(s.units) for s in heard.segments)
        plain = found if _answer(found) and not two else self._without_titles(heard)
        if not _answer(plain) and heard.wants(Sign.GROWTH, Sign.MORE, Sign.LESS):
            plain = self._growing(heard) or plain
        if _answer(plain) or found:
            return plain if _answer(plain) else found
        return self._mended(heard) or self._nearly(heard, text)

    def _mended(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to the question with its slips mended; none where there are none."""
        units = mended(self.texts.index, self.lexicon, heard) if Part.SPELLING in self.parts else None
        if not units:
            return ()
        again = hear(self.report, self.lexicon, units)
        if not again.content:
            return (self._replying.without_subject(again),)
        return tuple(_as_typed(answer) for answer in self._named(again))

    def _without_names(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """A number alone (3400, 三), a slip that seems to say nothing (就也), or the report as a whole."""
        match = meant(self.texts.index, text) if not heard.signs and not heard.periods else None
        if match:
            return self._replying.on(heard, match.entry, match.reason, match.term, match.score)
        found = self._mended(heard)
        return found if _answer(found) else (self._replying.without_subject(heard),)

    def _named(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to what is named and explains all the words; several when several are named."""
        candidates = subjects(self.texts.index, self.around, heard)
        whole = [c for c in candidates if not c.foreign or Part.CHECK not in self.parts]
        whole = whole or [c for c in candidates[:1] if self._only_adds(heard, c)]
        divisions = tuple(self._divisions(heard))
        if heard.wants(Sign.COMPARE, Sign.WHICH, Sign.DEGREE):
            for _, each in divisions:
                pair = self._replying.pair(heard, each)
                if pair:
                    return (pair,)
        answers = self._replying.about(heard, whole) if whole else ()
        # 老旧小区和背街小巷 are two things, though one name holds both words.
        if _answer(answers) and not (Sign.AND in heard.signs and divisions):
            return answers
        for chunks, each in () if heard.wants(Sign.COMPARE, Sign.WHICH) else divisions:
            answers_of = (self._part(heard, chunk, found) for chunk, found in zip(chunks, each, strict=True))
            several = tuple({(a.entry, a.figures): a for a in answers_of}.values())
            several = tuple(answer for answer in several if not _is_said(self.report, answer, several))
            refused = [answer for answer in several if answer.sort is Sort.REFUSAL]
            if _answer(answers) and refused:
                continue
            # Without 和 the one is a circumstance of the other: 石林镇去年新增就业.
            if (Sign.AND in heard.signs or _is_list(heard)) and len(refused) < len(several):
                return several
            # A comma may part a thing from what is said of it: 去年投资增速，固定资产的.
            if Sign.COMMA in heard.signs and len(refused) < len(several):
                return tuple(answer for answer in several if answer.sort is not Sort.REFUSAL)
        if divisions and not answers:
            return (self._replying.refused(heard, _core(heard), candidates),)
        return answers

    def _without_titles(self, heard: Heard) -> tuple[Answer, ...]:
        """The same where a passage's title is not taken for one: 造林绿化 as 造林 and 绿化."""
        units = tuple(unit for segment in heard.segments for unit in segment.units)
        again = hear(self.report, self.lexicon, units, titles=False)
        if again.segments == heard.segments or not again.content:
            return ()
        return self._named(replace(again, periods=heard.periods, signs=heard.signs | again.signs))

    def _growing(self, heard: Heard) -> tuple[Answer, ...]:
        """经济增长了几个点: what is only called together with its growth, 经济增长."""
        units = tuple(unit for segment in heard.content for unit in segment.units)
        for growth in _GROWTH:
            meaning = self.lexicon.meaning((*units, *growth))
            if units and meaning and meaning.is_measured:
                term = meaning.terms[0]
                return self._replying.on(heard, term.entry, term.reason, term.shown, 0.9)
        return ()

    def _part(self, heard: Heard, chunk: tuple[Segment, ...], found: list[Subject]) -> Answer:
        """The answer to a part; what was said of how much may be meant of another part only."""
        part = part_of(self.report, heard, chunk)
        answer = self._replying.about(part, found)[0]
        if answer.lack is Lack.MEASURE and Sign.AND in heard.signs:
            own = hear_again(self.report, part)
            answer = self._replying.about(own, found)[0]
        return answer

    def _divisions(
        self, heard: Heard
    ) -> Iterator[tuple[tuple[tuple[Segment, ...], ...], tuple[list[Subject], ...]]]:
        """Ways to divide a question of two or three subjects so that each part is explained by its own."""
        for chunks in dict.fromkeys((tuple(_by_and(heard)), tuple(_by_name(heard)))):
            if 1 < len(chunks) <= MOST:
                each = self._each(heard, chunks)
                if all(each):
                    yield chunks, each

    def _only_adds(self, heard: Heard, subject: Subject) -> bool:
        """Whether deeds are asked about, and what is foreign follows the name: not 浚县石林镇."""
        if not isinstance(self.report.entries[subject.entry], Passage) or wants_number(heard):
            return False
        text = heard.text
        named = max((text.find(s.text) for s in heard.content if s.terms), default=-1)
        return heard.wants(Sign.ACTION, Sign.LIST) and all(
            text.find(word) > named for word in subject.foreign
        )

    def _each(self, heard: Heard, chunks: tuple[tuple[Segment, ...], ...]) -> tuple[list[Subject], ...]:
        """For each part of the question, what it may be about."""
        parts = (part_of(self.report, heard, chunk) for chunk in chunks)
        found = (subjects(self.texts.index, self.around, part) for part in parts)
        return tuple([c for c in candidates if not c.foreign] for candidates in found)

    def _nearly(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """By look-up of the words that are left, then by the report's text; else the refusal."""
        core = _core(heard)
        if Part.NEAR in self.parts:
            match = meant(self.texts.index, text)
            # Where a name stands in the question, what stands beside it has been found to be foreign.
            is_name = len(core) <= _LONGEST_NAME and not subjects(self.texts.index, self.around, heard)
            near = resolve(self.texts.index, core) if is_name else Resolution()
            match = match or (near.clear if near.clear and near.clear.reason is not Reason.NUMBER else None)
            if match:
                return self._replying.on(heard, match.entry, match.reason, match.term, match.score)
            if near.matches and not heard.periods and not heard.signs:
                return (self._which(heard, near.matches),)
        if Part.TEXT in self.parts:
            found = self._replying.by_text(heard, core)
            if found:
                return (found,)
        candidates = subjects(self.texts.index, self.around, heard)
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


def _is_list(heard: Heard) -> bool:
    """Whether names of what is measured follow each other at once: 一产二产三产."""
    return any(one.is_measured and other.is_measured for one, other in pairwise(heard.segments))


def _without_asides(report: Report, heard: Heard) -> Heard:
    """Without clauses that only say what the answer is for: 播音稿这样念对吧."""
    clauses: list[list[Segment]] = [[]]
    for segment in heard.segments:
        clauses[-1].append(segment)
        if Sign.COMMA in segment.signs:
            clauses.append([])
    kept = [clause for clause in clauses if not _is_aside(clause)]
    if len(kept) == len(clauses) or not any(segment.is_content for clause in kept for segment in clause):
        return heard
    return understood(report, tuple(segment for clause in kept for segment in clause))


def _is_aside(clause: list[Segment]) -> bool:
    """Whether it names nothing of the report and speaks of the asker; a bare 浚县的 may be asked about."""
    words = [segment for segment in clause if Sign.COMMA not in segment.signs]
    says = any(s.terms or s.period or s.is_other_time or s.is_number or s.signs - _ASIDE for s in words)
    speaks = any(len(s.units) > 1 or s.text in _ASKER for s in words if s.signs)
    return bool(words) and not says and speaks and _PLACES.isdisjoint(u for s in words for u in s.units)


def _answer(found: tuple[Answer, ...]) -> bool:
    """Whether there is an answer, and no refusal."""
    return bool(found) and found[0].sort is not Sort.REFUSAL


def _is_said(report: Report, answer: Answer, others: tuple[Answer, ...]) -> bool:
    """Whether a passage without the number asked for is where the other answers' figures stand."""
    figures = (figure for other in others for figure in other.figures)
    return answer.lack is Lack.NUMBER and answer.entry in {
        above for figure in figures for above in (figure.passage, report.passage(figure.passage).parent)
    }


def _by_and(heard: Heard) -> Iterator[tuple[Segment, ...]]:
    """The parts between 和, 以及, and; those without a name belong to their neighbours."""
    chunk: list[Segment] = []
    for segment in heard.segments:
        if _parts(segment) and any(one.terms for one in chunk):
            yield tuple(chunk)
            chunk = []
        elif not _parts(segment):
            chunk.append(segment)
    if any(one.terms for one in chunk):
        yield tuple(chunk)


def _by_name(heard: Heard) -> Iterator[tuple[Segment, ...]]:
    """The parts that each hold one name, with what is unknown before it."""
    chunk: list[Segment] = []
    for segment in heard.segments:
        if segment.terms and any(one.terms for one in chunk):
            end = next(n for n in range(len(chunk), 0, -1) if not _is_unknown(chunk[n - 1]))
            yield tuple(chunk[:end])
            chunk = chunk[end:]
        if not _parts(segment):
            chunk.append(segment)
    if any(one.terms for one in chunk):
        yield tuple(chunk)


def _parts(segment: Segment) -> bool:
    return not segment.signs.isdisjoint((Sign.AND, Sign.COMMA))


def _is_unknown(segment: Segment) -> bool:
    return segment.is_content and not segment.terms


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
        if new & {Sign.ACTUAL, Sign.ASSERTED} and not heard.periods and Sign.TARGET in before.signs:
            periods = ()  # what was reached is not of the year that is planned
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
    return Asking(texts, build_lexicon(texts.index, readings), Surroundings(texts.index.report), parts)
