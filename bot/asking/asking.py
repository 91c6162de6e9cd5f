"""The understanding of questions: hear, find the subject, check it against the words, choose, answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.asking.answers import Answer, Sort, is_answer, refusal
from bot.asking.asides import without_asides
from bot.asking.choosing import Lack
from bot.asking.clauses import clauses
from bot.asking.continuing import beside, continued, with_name_completed
from bot.asking.contrasts import without_contrasts
from bot.asking.hearing import QUIET, Heard, joined
from bot.asking.lexicon import Lexicon, build_lexicon, units_of
from bot.asking.naming import Naming
from bot.asking.parts import ALL, Part
from bot.asking.preparing import Question, prepare
from bot.asking.replying import Replying
from bot.asking.segmenting import LONGEST
from bot.asking.spelling import mended
from bot.asking.subjects import subjects
from bot.asking.surroundings import Surroundings, above
from bot.asking.synonyms import canonical
from bot.asking.understanding import hear, part_of
from bot.asking.vocabulary import Sign
from bot.lookup.index import Match, Reason
from bot.lookup.normalise import stem
from bot.lookup.resolve import Resolution, meant, resolve
from bot.lookup.search import TextIndex
from bot.report.model import Passage, Report

_LONGEST_NAME = 16  # characters that are looked up as a name that is nearly so
_LONGEST_TEXT = 400  # characters
_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")  # a capital within a sentence
_COMPARE = "比较"
_SILENT = QUIET | {Sign.COMMA}
_AND = frozenset(("和", "与", "and"))


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
        question = prepare(self.lexicon, text)
        if len(question.units) > LONGEST:
            return (refusal(Lack.WORDS, None),)
        heard = without_contrasts(self.report, self._hear(question.units))
        if heard.wants(Sign.ORDER):
            return (refusal(Lack.CHAT, heard),)
        asked = without_asides(self.report, heard)
        if asked is None:
            return self._reply(question, heard, before)
        # All that was said first: mending and looking up what only speaks of the asker would be for nothing.
        # 孙子今年高考 names a time that is not what is asked about.
        of_its_own_time = asked.is_timed and asked.periods != heard.periods
        alone = heard.content and not of_its_own_time and not (before and before.entry)
        found = self._as_named(heard) if alone else ()
        return found if is_answer(found) else self._reply(question, asked, before)

    def compare(self, text: str) -> tuple[Answer, ...]:
        """The same of words that are only to be compared: 就业 2025 2026."""
        return self.answer(f"{_COMPARE} {text}")

    @property
    def _replying(self) -> Replying:
        return Replying(self.texts, self.around, self.parts)

    def _hear(self, units: tuple[str, ...], *, titles: bool = True) -> Heard:
        return hear(self.report, self.lexicon, units, titles=titles)

    def _named(self, heard: Heard) -> tuple[Answer, ...]:
        return Naming(self._replying).named(heard)

    def _reply(self, question: Question, heard: Heard, before: Answer | None) -> tuple[Answer, ...]:
        if before and before.heard and before.entry:
            return self._after(question, heard, before, before.heard)
        return self._answers(heard, question.plain)

    def _after(
        self, question: Question, heard: Heard, before: Answer, heard_before: Heard
    ) -> tuple[Answer, ...]:
        """Answers to what may go on from the question before."""
        whole = with_name_completed(self.lexicon, question.units, heard.core, before.term)
        if whole:
            heard = self._hear(whole)
        pair = beside(self.texts.index, self.around, heard, before)
        if pair:
            return (pair,)
        heard, goes_on = continued(heard, heard_before, question.typed)
        if goes_on:
            return self._again(heard, before)
        found = self._answers(heard, question.plain)
        if found[0].sort is Sort.PASSAGE and before.sort is Sort.FIGURE and not heard.signs:
            # After a figure another is wanted, where the passage has it.
            counted = self._answers(replace(heard, signs=frozenset({Sign.QUANTITY})), question.plain)
            found = counted if is_answer(counted) else found
        return found

    def _again(self, heard: Heard, before: Answer) -> tuple[Answer, ...]:
        """The same subject at another time or of another kind; it may be another passage then."""
        if isinstance(self.report.entries.get(before.entry), Passage):
            named = self._hear(units_of(before.term))
            found = self._named(replace(heard, segments=(*named.segments, *heard.segments)))
            if is_answer(found):
                return found
        if before.entry not in self.report.entries:
            return (self._replying.without_subject(heard),)
        return self._replying.on(heard, before.entry, Reason.NAME, before.term, 0.9)

    def _answers(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """Answers by the first way that leads to one: as named, mended, looked up, by the text."""
        if not heard.content:
            return self._without_names(heard, text)
        found = self._as_named(heard)
        if is_answer(found):
            return found
        other = self._by_synonyms(heard)
        if other or (found and found[0].lack is not Lack.WORDS):
            return other or found
        near = self._below_topic(heard) or self._mended(heard) or self._nearly(heard, text)
        return near if is_answer(near) or not found else found

    def _by_synonyms(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to what is named by words that may stand for those of a name; none where nothing is."""
        if Part.SYNONYMS not in self.parts:
            return ()
        kept, at = set[int](), 0
        for segment in heard.segments:
            if segment.period or segment.signs - QUIET or segment.is_other_time:
                kept.update(range(at, at + len(segment.units)))
            at += len(segment.units)
        units = canonical(heard.units, frozenset(kept))
        if units == heard.units:
            return ()
        again = self._hear(units)
        found = self._as_named(again) if again.content else ()
        return found if is_answer(found) else ()

    def _below_topic(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers where the first clause only names the matter they belong to: 养老设施，…; else none."""
        first, *others = clauses(heard)
        topics = {term.entry for segment in first for term in segment.terms}
        names_only = all(segment.terms or segment.signs <= _SILENT for segment in first)
        if not others or not topics or not names_only or any(segment.is_unknown for segment in first):
            return ()
        rest = part_of(self.report, heard, tuple(segment for clause in others for segment in clause))
        found = self._as_named(rest) if rest.content else ()
        return found if is_answer(found) and all(self._belongs(answer, topics) for answer in found) else ()

    def _belongs(self, answer: Answer, topics: set[str]) -> bool:
        """Whether something is said, and all of it stands in passages of these topics."""
        passages = [figure.passage for figure in answer.figures] or [answer.entry]
        if answer.sort is Sort.REFUSAL or not all(
            isinstance(self.report.entries.get(p), Passage) for p in passages
        ):
            return False
        each = ({passage.id for passage in above(self.report, one)} for one in passages)
        return all(not topics.isdisjoint(ids) for ids in each)

    def _as_named(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to what is named as it stands; none where nothing is that explains the words."""
        found = self._named(heard)
        # Of two things that are named together each number is wanted.
        counted = heard.wants_number or heard.wants(Sign.WHICH, Sign.DEGREE)
        two = counted and any(s.terms and _AND.intersection(s.units) for s in heard.segments)
        plain = found if is_answer(found) and not two else self._without_titles(heard)
        return plain if is_answer(plain) else found

    def _without_names(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """A number alone (3400, 三), a slip that seems to say nothing (就也), or the report as a whole."""
        match = meant(self.texts.index, text) if not heard.signs and not heard.periods else None
        if match:
            return self._on_match(heard, match)
        found = self._mended(heard)
        return found if is_answer(found) else (self._replying.without_subject(heard),)

    def _without_titles(self, heard: Heard) -> tuple[Answer, ...]:
        """The same where a passage's title is not taken for one: 造林绿化 as 造林 and 绿化."""
        if not any(self.lexicon.is_title(segment.units) for segment in heard.segments):
            return ()
        again = self._hear(heard.units, titles=False)
        if again.segments == heard.segments or not again.content:
            return ()
        return self._named(replace(again, periods=heard.periods, signs=heard.signs | again.signs))

    def _mended(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to the question with its slips mended; none where there are none."""
        units = mended(self.texts.index, self.lexicon, heard) if Part.SPELLING in self.parts else None
        if not units:
            return ()
        again = self._hear(units)
        if not again.content:
            return (self._replying.without_subject(again),)
        return tuple(_as_typed(answer) for answer in self._named(again))

    def _nearly(self, heard: Heard, text: str) -> tuple[Answer, ...]:
        """By look-up of the words that are left, then by the report's text; else the refusal."""
        core, candidates = joined(heard.core), subjects(self.texts.index, self.around, heard)
        if Part.NEAR in self.parts:
            # Where a name stands in the question, what stands beside it has been found to be foreign.
            # A part of a name stands alone: in a sentence 见面 or an English word is near to too much.
            is_whole = core == heard.text or (len(core) > 2 and not core.isascii() and core in heard.text)
            is_whole = is_whole and not any(segment.narrows for segment in heard.segments)
            is_name = len(core) <= _LONGEST_NAME and is_whole and not candidates
            near = resolve(self.texts.index, core) if is_name else Resolution()
            is_number = near.clear is not None and near.clear.reason is Reason.NUMBER
            match = meant(self.texts.index, text) or (None if is_number else near.clear)
            if match:
                return self._on_match(heard, match)
            if near.matches and not heard.periods and not heard.signs:
                return (_which(heard, near.matches),)
        reads = Part.TEXT in self.parts and not self._names_elsewhere(text)
        found = self._replying.reading.by_text(heard) if reads else None
        return (found or self._replying.refused(heard, core, candidates),)

    def _names_elsewhere(self, text: str) -> bool:
        """Whether a name of English stands in it that the report does not know: Beijing."""
        names = {stem(name.lower()) for name in _PROPER.findall(text)}
        return any(name not in self.lexicon.english and name not in self.texts.postings for name in names)

    def _on_match(self, heard: Heard, match: Match) -> tuple[Answer, ...]:
        return self._replying.on(heard, match.entry, match.reason, match.term, match.score)


def _which(heard: Heard, matches: tuple[Match, ...]) -> Answer:
    """Several names are as near, and nothing else was said."""
    best = matches[0]
    answer = Answer(Sort.CHOICE, score=best.score, reason=best.reason, term=best.term, heard=heard)
    return replace(answer, nearest=tuple(match.entry for match in matches))


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
