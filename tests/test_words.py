"""`make words`: every kind of text is found, catalogues keep what they have, and what is committed is in step."""

from __future__ import annotations

from fractions import Fraction

import polib
import pytest

from sampan.checks.check import Check
from sampan.checks.fields import Field, Rows
from sampan.rulebook.stored import law
from sampan.speech import catalogues, glossary
from sampan.speech.catalogues import TRANSLATED, current, faults_of, path, read, translation_of
from sampan.speech.translate import DOMAINS, LANG, SHOWN, share
from tools.words import framework, gather, merge, python, templates
from tools.words.found import Text, together

BOOKS = [(lang, domain) for lang in TRANSLATED for domain in DOMAINS]


def found(source: str, **how: bool) -> list[str]:
    return [t.english for t in python.texts(source, "a.py", **how)]


@pytest.mark.parametrize(("source", "texts"), [
    ("from django.utils.translation import gettext as _\n_('Rent')", ["Rent"]),
    ("from django.utils.translation import gettext_lazy\nx = gettext_lazy('Rent ' 'and food')", ["Rent and food"]),
    ("from django.utils.translation import gettext as say\nsay('a' if x else 'b')", ["a", "b"]),
    ("translation.gettext('Rent')", ["Rent"]),
    ("self._('Rent')", ["Rent"]),
    ("translate('%(what)s ends.')", ["%(what)s ends."]),
    ("self.fault(key, 'this is wrong', 'write it so')", ["this is wrong", "write it so"]),
    ("raise bad(path, 'file', 'the file is empty', 'write an offer')", ["the file is empty", "write an offer"]),
    ("Filled('at most %(most)s', most=3)", ["at most %(most)s"]),
    ("_(name)", []),
])
def test_a_text_in_a_call_is_found(source, texts):
    assert found(source) == texts


def test_counted_texts_and_contexts_are_found():
    source = "from django.utils.translation import ngettext, pgettext\nngettext('%(n)s day', '%(n)s days', n)\n"
    (counted, meant) = python.texts(source + "pgettext('of a year', 'May')", "a.py")
    assert (counted.english, counted.plural) == ("%(n)s day", "%(n)s days")
    assert (meant.context, meant.english) == ("of a year", "May")


@pytest.mark.parametrize("source", [
    'out.steps.append("Keep every receipt.")', 'out.remarks += ["Keep every receipt."]',
    'STEPS = ("Keep every receipt.",)', 'def work():\n    """Docstring here."""\n    return say("Keep every receipt.")',
])
def test_a_sentence_of_a_check_is_found_and_a_docstring_is_not(source):
    assert set(found(source, sentences=True)) == {"Keep every receipt."}


def test_the_labels_of_a_table_are_found_and_its_codes_are_not():
    assert found('WORDS = {"short": "Too low", "b": "unpaid_wages", "c": "JPY"}', sentences=True) == ["Too low"]


def test_what_a_value_error_says_is_found_where_people_read_it():
    source = 'raise ValueError("an amount is a text")'
    assert found(source, raised=True) == ["an amount is a text"] and found(source) == []


def test_an_f_string_in_a_place_for_texts_is_named():
    source = 'self.fault(key, f"at most {most}", "write less")\nlabel = f"{a} {b}"'
    assert python.untranslatable(source, "a.py") == ["a.py:1"]


@pytest.mark.parametrize(("source", "text", "plural"), [
    ('{% translate "Rent" %}', "Rent", ""),
    ("{% translate 'Rent' as x %}", "Rent", ""),
    ("{% blocktranslate with n=x %}{{ n }} of 5 %{% endblocktranslate %}", "%(n)s of 5 %%", ""),
    ("{% blocktranslate count n=x %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
     "%(n)s day", "%(n)s days"),
    ("{% blocktranslate trimmed %}\n  one\n  two\n{% endblocktranslate %}", "one two", ""),
    ('{% include "a.html" with title=_("Rent") %}', "Rent", ""),
    ('{{ _("Rent") }}', "Rent", ""),
])
def test_a_text_in_a_template_is_found_as_django_asks_for_it(source, text, plural):
    (one,) = templates.texts(source, "a.html")
    assert (one.english, one.plural) == (text, plural)


def test_every_text_of_a_check_is_found():
    asked = Field("on", "day", "When?", "So that we know.")
    rows = Rows("paid", "What was paid?", "Payment", (asked,), why="It counts.")
    choice = Field("kind", "choice", "Which kind?", words={"a": "First kind"})
    words = {"due": "Amount due"}
    check = Check("x", "Title", "About it", (rows, choice), lambda *_: None, words)  # type: ignore[arg-type]
    texts = {t.english for t in gather.check(check, "x.py")}
    assert {"What was paid?", "Payment", "When?", "So that we know.", "It counts.", "Which kind?", "First kind",
            "Title", "About it", "Amount due"} <= texts


def test_every_kind_of_law_text_is_found():
    loaded = law()
    texts = {t.english for t in gather.every()["law"]}
    family = next(f for f in loaded.families.values() if f.doubts)
    assert {family.title, family.doubts[0].text} <= texts
    assert {r.says for r in loaded.rules.values()} <= texts
    for f in loaded.families.values():
        assert {*f.assumes, *(t for r in f.rows for t in (*r.begins, *r.ends, *r.doubts))} <= texts
    for duty in loaded.duties:
        assert {duty.body.who, duty.does, *duty.doubts} <= texts
        assert not duty.deadline or duty.deadline.text in texts
    assert "No rule of law is loaded for this on that day." in texts
    assert "Not checked since %(day)s: %(title)s." in texts


def test_the_texts_of_the_framework_are_still_those_of_django():
    import django

    own = polib.pofile(f"{django.__path__[0]}/conf/locale/en/LC_MESSAGES/django.po")
    theirs = {(e.msgctxt or "", e.msgid, e.msgid_plural) for e in own}
    assert [t for t in framework.texts() if (t.context, t.english, t.plural) not in theirs] == []


def test_a_text_that_stands_in_two_places_is_one_text():
    (one,) = together([Text("Rent", ["b.py"]), Text("Rent", ["a.py"]), Text(" ", ["c.py"])])
    assert one.where == ["a.py", "b.py"]


# Catalogues in step.


def merged(folder, *texts: str) -> polib.POFile:
    return merge.merge("vi", "django", [Text(t, ["a.py"]) for t in texts], folder)


def test_what_is_translated_stays_and_what_is_gone_is_kept_apart(tmp_path):
    po = merged(tmp_path, "Rent of a room", "Loan")
    catalogues.put(po.find("Rent of a room"), "Tiền thuê", "reviewed Lan 2026-11-25")
    catalogues.save("vi", "django", po, tmp_path)
    assert catalogues.state(merged(tmp_path, "Rent of a room", "New").find("Rent of a room")) == "reviewed"
    gone = merged(tmp_path, "New")
    assert [e.msgid for e in gone.obsolete_entries()] == ["Rent of a room"] and not gone.find("Loan")
    assert catalogues.state(merged(tmp_path, "Rent of a room").find("Rent of a room")) == "reviewed"


def test_a_changed_text_keeps_its_translation_as_a_proposal(tmp_path):
    po = merged(tmp_path, "Keep every receipt and message.")
    catalogues.put(po[0], "Giữ mọi biên lai.", "reviewed Lan 2026-11-25")
    catalogues.save("vi", "django", po, tmp_path)
    (changed,) = merged(tmp_path, "Keep every receipt and each message.")
    assert changed.fuzzy and changed.msgstr == "Giữ mọi biên lai." and not changed.tcomment
    assert changed.previous_msgid == "Keep every receipt and message."
    (again,) = merged(tmp_path, "Keep every receipt and each message.")
    assert again.fuzzy and catalogues.state(again) == "open"


def test_a_second_run_changes_nothing(tmp_path):
    merged(tmp_path, "Rent", "Loan")
    before = path("vi", "django", folder=tmp_path).read_bytes()
    merged(tmp_path, "Rent", "Loan")
    assert path("vi", "django", folder=tmp_path).read_bytes() == before


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_of_the_program_is_in_the_catalogues(domain):
    wanted = {t.key for t in gather.every()[domain]}
    for book in [polib.pofile(str(LANG / f"{domain}.pot")), *(read(lang, domain) for lang in TRANSLATED)]:
        known = {(e.msgctxt or "", e.msgid) for e in current(book)}
        assert (sorted(wanted - known), sorted(known - wanted)) == ([], []), "run `make words`"


def test_no_text_is_an_f_string():
    assert gather.untranslatable() == []


@pytest.mark.parametrize(("lang", "domain"), BOOKS)
def test_the_compiled_catalogue_is_that_of_its_text_and_only_of_what_is_shown(lang, domain):
    mo = path(lang, domain, "mo")
    wanted = catalogues.compiled(path(lang, domain)) if lang in SHOWN else None
    assert (mo.read_bytes() if mo.exists() else None) == wanted, "run `make words`"
    entries = current(read(lang, domain))
    states = [catalogues.state(e) for e in entries]
    told = share(lang, domain)
    assert (told.texts, told.translated, told.reviewed) == (
        len(entries), len(entries) - states.count("open"), states.count("reviewed"))


@pytest.mark.parametrize(("lang", "domain"), BOOKS)
def test_no_translation_has_a_fault(lang, domain):
    faults = [(e.msgid, message) for e in current(read(lang, domain)) if catalogues.state(e) != "open"
              for message, _ in faults_of(e.msgid, translation_of(e), lang, plural=e.msgid_plural)]
    assert faults == []


@pytest.mark.parametrize(("lang", "domain"), BOOKS)
def test_translations_use_the_agreed_terms(lang, domain):
    missing = [(t.id, e.msgid, translation_of(e)) for e in current(read(lang, domain)) if catalogues.state(e) != "open"
               for t in glossary.not_used(e.msgid, translation_of(e), lang, e.tcomment)]
    assert missing == [], "use an agreed wording of sampan/lang/glossary.csv, or write `# free: TERM`"


def test_the_agreed_terms_are_those_of_the_dossier_until_somebody_has_reviewed_them():
    import csv

    with open("tests/dossier/glossary.csv", encoding="utf-8", newline="") as stream:
        raw = {row["id"]: row for row in csv.DictReader(stream)}
    terms = glossary.terms()
    assert [t.id for t in terms] == list(raw)
    for term in terms:
        for lang, state in term.states.items():
            assert state == "drafted" or state.startswith("reviewed ")
            if state == "drafted":
                assert " / ".join(term.wordings[lang]) == raw[term.id][lang].strip(), (term.id, lang)


def test_a_term_that_is_called_for_and_not_used_is_named():
    assert [t.id for t in glossary.not_used("The deposit is void.", "Tiền cọc", "vi")] == ["deposit"]
    assert glossary.not_used("The deposit is void.", "Tiền ký quỹ", "vi") == []
    assert glossary.not_used("The deposit is void.", "Tiền cọc", "vi", "free: deposit") == []
    assert [t.id for t in glossary.called_for("Residence cards")] == ["residence_card"]


def test_an_error_of_a_reader_can_be_said_in_another_language():
    from sampan.checks.reader import Reader

    reader = Reader()
    reader.choice("kind", "x", ("a", "b"))
    reader.money("pay", "12 XYZ")
    reader.whole("days", 99, 1, 7)
    reader.rate("rate", "1.23456789", lambda _: Fraction(1))
    patterns = {getattr(text, "pattern", str(text)) for f in reader.faults for text in (f.message, f.remedy)}
    known = {t.english for t in gather.every()["django"]}
    assert patterns <= known
