"""The catalogue, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from corpus.access import Access, label
from corpus.catalogue import Catalogue, RunEntry
from corpus.catalogue.arrival import work_of
from corpus.errors import NotFoundError, UnavailableError, UnreadableError, UsageError
from corpus.model import Document, Kind, Level, Status
from corpus.notes import Note
from corpus.records import Digest
from tests.documents import LONG, document, provision, source

ALL = Access.everything()
PUBLIC = Access.public()


class TestStoring:
    def test_a_document_comes_back_as_it_was_stored(self, catalogue: Catalogue) -> None:
        given = document(names=("示例办法",), issuers=("甲局", "乙院"), document_number="示〔2020〕1号")
        stored = catalogue.writes.store(given, source())
        assert (stored.status, stored.version, stored.provisions) == (
            "added",
            "cn/示例管理办法@2020-01-01",
            2,
        )
        held = catalogue.reads.version(stored.version, PUBLIC)
        assert held.identity == given.identity
        assert catalogue.reads.provisions(stored.version, PUBLIC) == given.provisions
        assert [s.location for s in held.sources] == ["/文件/示例.txt"]
        assert catalogue.reads.original(held.id, held.sources[0].checksum, PUBLIC).content == b"one"

    def test_storing_twice_changes_nothing(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(), source())
        catalogue.writes.settle(catalogue.reads.pending())
        again = catalogue.writes.store(document(), source())
        assert (again.status, again.version) == ("unchanged", first.version)
        assert catalogue.reads.pending() == {}

    def test_the_same_words_in_another_file_are_a_copy(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document(), source())
        respaced = document(articles=(LONG.replace("，", "， "), "本办法自公布之日起施行。"))
        copy = catalogue.writes.store(respaced, source("/文件/副本.docx", b"two"))
        assert copy.status == "copy"
        held = catalogue.reads.version(copy.version, PUBLIC)
        assert [s.location for s in held.sources] == ["/文件/副本.docx", "/文件/示例.txt"]

    def test_a_copy_under_another_title_is_found_by_its_words(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(), source())
        copy = catalogue.writes.store(document(title="某办法（全文）"), source("/b.txt", b"two"))
        assert (copy.status, copy.version) == ("copy", first.version)

    def test_a_copy_that_names_another_day_stays_a_copy_when_it_is_read_again(
        self, catalogue: Catalogue
    ) -> None:
        first = catalogue.writes.store(document(), source())
        republished = document(version_on=date(2025, 1, 1))
        assert catalogue.writes.store(republished, source("/b.txt", b"two")).status == "copy"
        for _ in range(2):
            again = catalogue.writes.store(republished, source("/b.txt", b"two"))
            assert (again.status, again.version) == ("unchanged", first.version)
            assert catalogue.writes.store(document(), source()).status == "unchanged"
        assert [v.id for v in catalogue.reads.versions(ALL)] == [first.version]

    def test_short_texts_that_happen_to_be_equal_stay_apart(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document("甲批复", ["同意。"]), source())
        other = catalogue.writes.store(document("乙批复", ["同意。"]), source("/b.txt", b"two"))
        assert other.status == "added"

    def test_long_heads_do_not_make_short_articles_tell_documents_apart(self, catalogue: Catalogue) -> None:
        def headed(title: str) -> Document:
            made = document(title, ("本决定自公布之日起施行。",))
            head = provision(
                -1, "head", f"{title}的缘由：{LONG}", level=Level.BODY, article=None, fragment="head"
            )
            return replace(made, provisions=(head, *made.provisions))

        catalogue.writes.store(headed("关于甲的决定"), source())
        other = catalogue.writes.store(headed("关于乙的决定"), source("/b.txt", b"two"))
        assert (other.status, other.version) == ("added", "cn/关于乙的决定@2020-01-01")

    def test_another_text_of_the_same_day_is_kept_apart_and_reported(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document(), source())
        other = catalogue.writes.store(
            document(articles=(LONG + "另有规定的除外。",)), source("/b.txt", b"two")
        )
        assert other.status == "added"
        assert other.version.startswith("cn/示例管理办法@2020-01-01~")
        assert other.note is not None
        again = catalogue.writes.store(
            document(articles=(LONG + "另有规定的除外。",)), source("/b.txt", b"two")
        )
        assert (again.status, again.version) == ("unchanged", other.version)

    def test_a_changed_file_replaces_what_was_read_from_it(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document(), source())
        changed = catalogue.writes.store(document(articles=(LONG, "改。")), source(content=b"mended"))
        assert changed.status == "changed"
        held = catalogue.reads.version(changed.version, PUBLIC)
        assert [s.checksum for s in held.sources] == [source(content=b"mended").checksum]
        assert catalogue.reads.provisions(changed.version, PUBLIC)[1].text == "改。"

    def test_a_changed_file_without_any_day_keeps_its_id(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(version_on=None), source())
        changed = catalogue.writes.store(document(articles=("改。",), version_on=None), source(content=b"b"))
        assert (changed.status, changed.version) == ("changed", first.version)

    def test_a_file_that_now_holds_a_later_version_leaves_the_earlier_one(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(), source())
        later = catalogue.writes.store(
            document(articles=(LONG, "二。"), version_on=date(2024, 1, 1)), source(content=b"b")
        )
        work = catalogue.reads.work("cn/示例管理办法", PUBLIC)
        assert work.versions == (first.version, later.version)

    def test_the_same_file_understood_anew_moves(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(version_on=None), source())
        moved = catalogue.writes.store(document(), source())
        assert moved.version == "cn/示例管理办法@2020-01-01"
        with pytest.raises(NotFoundError):
            catalogue.reads.version(first.version, ALL)
        assert catalogue.reads.pending()[first.version] is None

    def test_of_several_copies_the_first_is_understood_anew(self, catalogue: Catalogue) -> None:
        first, second = source("/a.txt", b"one"), source("/b.txt", b"two")
        stored = catalogue.writes.store(document(), first)
        catalogue.writes.store(document(), second)
        assert catalogue.writes.store(document(issuers=("乙院",)), second).status == "unchanged"
        assert catalogue.writes.store(document(issuers=("甲局",)), first).status == "changed"
        recut = document(articles=(LONG + "另行规定。", "本办法自公布之日起施行。"), issuers=("甲局",))
        assert [catalogue.writes.store(recut, each).status for each in (first, second)] == [
            "changed",
            "unchanged",
        ]
        held = catalogue.reads.version(stored.version, PUBLIC)
        assert (held.identity.issuers, len(held.sources)) == (("甲局",), 2)
        assert [v.id for v in catalogue.reads.versions(ALL)] == [stored.version]

    def test_cases_of_one_title_are_kept_apart_by_their_numbers(self, catalogue: Catalogue) -> None:
        one = document("民事判决书", kind=Kind.JUDGMENT, document_number="（2020）示01民初1号")
        two = document(
            "民事判决书", (LONG + "二",), kind=Kind.JUDGMENT, document_number="（2020）示01民初2号"
        )
        works = {
            catalogue.reads.version(catalogue.writes.store(d, source(f"/{i}", bytes([i]))).version, ALL).work
            for i, d in enumerate((one, two))
        }
        assert len(works) == 2

    @pytest.mark.parametrize(
        ("title", "work"),
        [("Article 7", "cn/article-7-info99x"), ("info99x (CN)", "cn/info99x-cn")],
    )
    def test_the_code_of_an_exception_keeps_digests_of_one_article_apart(self, title: str, work: str) -> None:
        made = replace(document(title), digests=(Digest("", "CN", exception_code="info99x"),))
        assert work_of(made) == work

    def test_characters_that_a_database_refuses_do_no_harm(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(articles=("一\x00二\ud800三",)), source())
        assert catalogue.reads.provisions(stored.version, PUBLIC)[0].text == "一二?三"

    def test_removing_takes_the_bytes_too_unless_they_are_another_versions(
        self, catalogue: Catalogue
    ) -> None:
        stored = catalogue.writes.store(document(), source())
        catalogue.writes.remove(stored.version)
        assert catalogue.reads.versions(ALL) == []
        assert catalogue.reads.known(ALL) == {}
        with pytest.raises(NotFoundError):
            catalogue.writes.remove(stored.version)


class TestValuesThatNoDatabaseTakes:
    @pytest.mark.parametrize(
        "name", ["\ud800", "a\x00b", "cn/" + "长" * 100_000, "%", "' OR '1'='1", "#", "cn/x@1#\udcff"]
    )
    def test_ids_that_cannot_be(self, catalogue: Catalogue, name: str) -> None:
        catalogue.writes.store(document(), source())
        for question in (catalogue.reads.version, catalogue.reads.provision, catalogue.reads.work):
            with pytest.raises(UsageError):
                question(name, ALL)

    def test_a_document_costs_itself_alone(self, catalogue: Catalogue) -> None:
        long = document(articles=("短文。",), language="x" * 50, jurisdiction="长" * 4000)
        # PostgreSQL holds to the length of a column, SQLite does not.
        with suppress(UnreadableError):
            catalogue.writes.store(long, source("/长.txt", b"long"))
        assert catalogue.writes.store(document(), source()).status == "added"


class TestAccess:
    def store_both(self, catalogue: Catalogue) -> tuple[str, str]:
        public = catalogue.writes.store(document(), source())
        secret = catalogue.writes.store(
            document("内部纪要示例", (LONG + "密",)), source("/密.txt", b"two"), "internal"
        )
        return public.version, secret.version

    def test_internal_documents_show_to_nobody_without_the_right(self, catalogue: Catalogue) -> None:
        public, secret = self.store_both(catalogue)
        reads = catalogue.reads
        assert [v.id for v in reads.versions(PUBLIC)] == [public]
        assert set(reads.versions_by_id([public, secret], PUBLIC)) == {public}
        assert set(reads.provisions_of([public, secret], PUBLIC)) == {public}
        assert reads.named(["内部纪要示例"], PUBLIC) == []
        assert [known.location for known in reads.known(PUBLIC).values()] == ["/文件/示例.txt"]
        assert reads.overview(PUBLIC, date(2026, 1, 1)).versions == 1
        for question in (
            lambda: reads.version(secret, PUBLIC),
            lambda: reads.work("cn/内部纪要示例", PUBLIC),
            lambda: reads.provisions(secret, PUBLIC),
            lambda: reads.provision(f"{secret}#1", PUBLIC),
            lambda: reads.original(secret, source("/密.txt", b"two").checksum, PUBLIC),
        ):
            with pytest.raises(NotFoundError):
                question()
        assert reads.articles(secret, "1", PUBLIC) == []
        assert reads.version(secret, Access.of("internal")).id == secret

    def test_the_same_words_under_two_labels_stay_two_versions(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document(), source("/密.txt"), "internal")
        public = catalogue.writes.store(document(), source("/公.txt", b"two"))
        assert (public.status, public.version) == ("added", "cn/示例管理办法@2020-01-01")
        held = catalogue.reads.version(public.version, PUBLIC)
        assert [s.location for s in held.sources] == ["/公.txt"]

    def test_an_internal_amendment_does_not_end_the_public_version(self, catalogue: Catalogue) -> None:
        public = catalogue.writes.store(document(), source())
        catalogue.writes.store(
            document(articles=(LONG, "草案"), version_on=date(2025, 1, 1)), source("/b", b"b"), "internal"
        )
        assert catalogue.reads.version(public.version, PUBLIC).valid_to is None

    def test_a_new_label_moves_the_document(self, catalogue: Catalogue) -> None:
        catalogue.writes.store(document(), source())
        moved = catalogue.writes.store(document(), source(), "internal")
        assert moved.version == "cn/示例管理办法@2020-01-01~internal"
        assert catalogue.reads.versions(PUBLIC) == []

    def test_minutes_are_internal_unless_told_otherwise(self, catalogue: Catalogue) -> None:
        minutes = document("会议纪要（示例）", kind=Kind.MINUTES)
        assert (
            catalogue.reads.version(catalogue.writes.store(minutes, source()).version, ALL).access
            == "internal"
        )
        told = catalogue.writes.store(minutes, source("/b", b"b"), "public")
        assert catalogue.reads.version(told.version, PUBLIC).access == "public"

    def test_names_of_files_in_a_report_obey_it(self, catalogue: Catalogue) -> None:
        public, secret = self.store_both(catalogue)
        entries = [
            RunEntry("/a", "added", public, None),
            RunEntry("/密.txt", "added", secret, None),
            RunEntry("/c", "failed", None, "empty"),
        ]
        catalogue.writes.end_run(catalogue.writes.begin_run(), {"added": 2}, entries, None)
        assert [e.location for e in catalogue.reads.runs(PUBLIC)[0].entries] == ["/a"]
        assert len(catalogue.reads.runs(ALL)[0].entries) == 3

    def test_a_report_of_before_a_new_label_obeys_it(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(), source("/密.txt"))
        entries = [RunEntry("/密.txt", "added", first.version, None), RunEntry("/c", "failed", None, "empty")]
        summary = {
            "added": 1,
            "failed": 1,
            "seconds": {"read": 0.1},
            "unindexed": "http://secret:9200 is away",
        }
        catalogue.writes.end_run(catalogue.writes.begin_run(), summary, entries, "public")
        catalogue.writes.store(document(), source("/密.txt"), "internal")
        (report,) = catalogue.reads.runs(PUBLIC)
        assert [entry.location for entry in report.entries] == ["/c"]
        assert report.summary == {"added": 0, "failed": 1, "seconds": {"read": 0.1}, "unindexed": None}
        assert catalogue.reads.runs(ALL)[0].summary == summary

    def test_reasons_and_doubts_keep_their_codes(self, catalogue: Catalogue) -> None:
        doubt = Note("its day is taken from the name", code="version_of_name", day="2020-01-01")
        stored = catalogue.writes.store(document(warnings=(doubt, "plain")), source())
        (held, plain) = catalogue.reads.version(stored.version, PUBLIC).identity.warnings
        assert (held, getattr(held, "facts", None), plain) == (doubt, {"day": "2020-01-01"}, "plain")
        coded, bare = Note("a scan", code="scan", pages=3), "a fault"
        entries = [RunEntry("/c", "failed", None, coded), RunEntry("/d", "failed", None, bare)]
        catalogue.writes.end_run(catalogue.writes.begin_run(), {"failed": 2}, entries, "public")
        first, second = catalogue.reads.runs(PUBLIC)[0].entries
        assert (first.reason, first.note) == ("a scan", {"code": "scan", "facts": {"pages": 3}})
        assert (second.reason, second.note) == ("a fault", None)

    def test_labels_that_look_alike_are_two(self, catalogue: Catalogue) -> None:
        stored = [
            catalogue.writes.store(document(), source(f"/{label}.txt"), label).version
            for label in ("group a", "Group A", "group-a")
        ]
        assert len(set(stored)) == 3
        assert [v.access for v in catalogue.reads.versions(Access.of("Group A"))] == ["Group A"]

    @pytest.mark.parametrize("text", ["", " ", "a,b", "a\nb", "长" * 61, "\u202ea"])
    def test_labels_that_no_reader_could_be_given_are_refused(self, text: str) -> None:
        with pytest.raises(UsageError):
            label(text)

    @pytest.mark.parametrize(
        ("text", "meant"), [(" 甲组 ", "甲组"), ("Public", "public"), ("INTERNAL", "internal")]
    )
    def test_labels_as_people_write_them(self, text: str, meant: str) -> None:
        assert label(text) == meant


class TestValidity:
    def test_a_later_version_ends_the_earlier_one(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document(effective=date(2020, 6, 1)), source())
        new = catalogue.writes.store(
            document(articles=(LONG, "二"), version_on=date(2026, 6, 1), effective=date(2027, 1, 1)),
            source("/b", b"b"),
        )
        held = catalogue.reads.version(old.version, PUBLIC)
        assert (held.valid_from, held.valid_to) == (date(2020, 6, 1), date(2027, 1, 1))
        on = date(2026, 11, 22)
        assert held.status(on) is Status.IN_FORCE
        assert held.status(date(2020, 3, 1)) is Status.NOT_YET_EFFECTIVE
        assert held.status(date(2027, 1, 1)) is Status.AMENDED
        assert catalogue.reads.version(new.version, PUBLIC).status(on) is Status.NOT_YET_EFFECTIVE
        current = catalogue.reads.current_version("cn/示例管理办法", on, PUBLIC)
        assert current is not None
        assert current.id == old.version

    def test_the_first_versions_day_of_effect_is_not_this_versions(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(effective=date(1985, 4, 1)), source())
        assert catalogue.reads.version(stored.version, PUBLIC).follows_on == date(2020, 1, 1)

    def test_removing_the_later_version_opens_the_earlier_one_again(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document(), source())
        new = catalogue.writes.store(
            document(articles=("二",), version_on=date(2024, 1, 1)), source("/b", b"b")
        )
        catalogue.writes.settle(catalogue.reads.pending())
        catalogue.writes.remove(new.version)
        held = catalogue.reads.version(old.version, PUBLIC)
        assert held.valid_to is None
        assert catalogue.reads.pending() == {old.version: held.fingerprint, new.version: None}

    def test_without_a_day_validity_is_unknown(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(version_on=None), source())
        assert catalogue.reads.version(stored.version, PUBLIC).status(date(2026, 1, 1)) is Status.UNKNOWN

    def test_a_later_judgment_does_not_end_an_earlier_one(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document("某案", kind=Kind.TYPICAL_CASE), source())
        catalogue.writes.store(
            document("某案", (LONG + "再",), date(2024, 1, 1), kind=Kind.TYPICAL_CASE), source("/b", b"b")
        )
        assert catalogue.reads.version(old.version, PUBLIC).valid_to is None

    def test_nobody_asks_whether_minutes_are_in_force(self, catalogue: Catalogue) -> None:
        later = date(2030, 1, 1)
        stored = catalogue.writes.store(document(kind=Kind.MINUTES, version_on=later), source(), "public")
        assert (
            catalogue.reads.version(stored.version, PUBLIC).status(date(2026, 1, 1)) is Status.NOT_APPLICABLE
        )
        assert catalogue.reads.overview(PUBLIC, date(2026, 1, 1)).to_come == ()


class TestNames:
    @pytest.mark.parametrize(
        "name", ["示例管理办法", "《示例管理办法》", "中华人民共和国示例管理办法", "示例 管理办法", "例办法"]
    )
    def test_width_marks_and_the_states_name_do_not_count(self, catalogue: Catalogue, name: str) -> None:
        catalogue.writes.store(document("中华人民共和国示例管理办法", names=("例办法",)), source())
        assert {named.work for named in catalogue.reads.named([name], PUBLIC)} == {"cn/示例管理办法"}

    @pytest.mark.parametrize("number", ["示〔2020〕1号", "示[2020]1号", "示（２０２０）１号"])
    def test_document_numbers_in_any_brackets(self, catalogue: Catalogue, number: str) -> None:
        stored = catalogue.writes.store(document(document_number="示〔2020〕1号"), source())
        assert [v.id for v in catalogue.reads.numbered(number, PUBLIC)] == [stored.version]


class TestMigrations:
    def test_opening_twice_is_harmless(self, catalogue_url: str) -> None:
        for _ in range(2):
            Catalogue(catalogue_url).close()

    def test_the_tables_are_those_of_the_migrations(self, catalogue: Catalogue) -> None:
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext

        from corpus.catalogue.tables import metadata

        with catalogue._engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []

    def test_the_newest_migration_is_the_one_that_is_expected(self) -> None:
        from pathlib import Path

        from corpus.catalogue import connect

        folder = Path(connect.__file__).parent / "migrations" / "versions"
        assert sorted(path.name for path in folder.glob("0*.py"))[-1].startswith(connect.HEAD)

    def test_a_catalogue_of_a_newer_program_is_refused(
        self, catalogue: Catalogue, catalogue_url: str
    ) -> None:
        with catalogue._engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(UnavailableError, match="newer version"):
            Catalogue(catalogue_url)


class TestBadAddresses:
    @pytest.mark.parametrize(
        "url", ["nonsense", "mysql://host/base", "foo+bar://x", "sqlite://", "sqlite:///:memory:"]
    )
    def test_an_address_that_cannot_be_used(self, url: str) -> None:
        with pytest.raises(UsageError):
            Catalogue(url)

    def test_a_server_that_is_away_is_named_without_its_password(self) -> None:
        with pytest.raises(UnavailableError) as caught:
            Catalogue("postgresql+psycopg://someone:secret@127.0.0.1:9/none?connect_timeout=2")
        assert "127.0.0.1:9" in str(caught.value)
        assert "secret" not in str(caught.value)

    def test_a_file_that_is_no_database(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        path = tmp_path_factory.mktemp("home") / "catalogue.sqlite"
        path.write_bytes(b"no database at all, but long enough to look like one" * 20)
        with pytest.raises(UnavailableError, match="not a database"):
            Catalogue(f"sqlite:///{path}")


def test_an_article_is_found_by_its_number(catalogue: Catalogue) -> None:
    stored = catalogue.writes.store(document(), source())
    assert [p.fragment for p in catalogue.reads.articles(stored.version, "2", PUBLIC)] == ["2"]
    version, provision = catalogue.reads.provision(f"{stored.version}#2", PUBLIC)
    assert (version.id, provision.number) == (stored.version, "2")


def test_identity_with_every_field_survives(catalogue: Catalogue) -> None:
    from corpus.evidence import Evidence
    from corpus.model import Event

    identity = replace(
        document().identity,
        promulgated=date(2020, 1, 2),
        repealed=date(2030, 1, 1),
        events=(Event("adopted", date(2020, 1, 1), "某会议", "2020年1月1日通过"),),
        subjects=("patent",),
        evidence=(
            Evidence("title", "示例管理办法", "text", 2, 8),
            Evidence("version_on", "2020-01-01", "name"),
        ),
        warnings=("the file name gives another day",),
    )
    stored = catalogue.writes.store(replace(document(), identity=identity), source())
    assert catalogue.reads.version(stored.version, PUBLIC).identity == identity
